using Bogus;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.Reports.Folding;
using Conformance.Reports.Gating;
using Conformance.Schemas.Contracts;
using Conformance.SelfTests.WholeRuns;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>
/// Thousands of seeded edits of real records, red and green, three times as many where somebody asks for hostile seeds: none becomes
/// greener than it was and is accepted by the gate, but for the kinds that the README says a signature alone can stop.
/// </summary>
public sealed class EditedRecordTests
{
    private static readonly int Rounds = HostileSeeds.AreAskedFor ? 3 : 1;

    private const string Logouts = "<filter><class>Conformance.Suites.Koyeb.LogoutTests</class></filter>";

    [Test]
    public async Task Of_a_red_Matrix_run() => ShouldHold(await RecordedRun.Record(), edits: 1_400, atLeast: 14, seed: 1);

    [Test]
    public async Task Of_a_red_Koyeb_run() => ShouldHold(await Koyeb("KeepsBearerAfterLogout"), edits: 1_400, atLeast: 14, seed: 2);

    // It has little to gain: only rows of its profile that it did not judge.
    [Test]
    public async Task Of_a_green_Koyeb_run() => ShouldHold(await Koyeb(fault: null), edits: 700, atLeast: 1, seed: 3);

    private static async Task<RunRecord> Koyeb(string? fault)
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions { Faults = fault is null ? [] : [fault] });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "edited"));
        await SuiteRunner.Run(run, Logouts);
        return SuiteRuns.WrittenRecordOf(run, "edited");
    }

    private static void ShouldHold(RunRecord honest, int edits, int atLeast, int seed)
    {
        var record = honest with { SuiteVersion = ThisSuite.Version };
        VerifiedRun.Of(JudgedRun.Of(record)).Gate.Conformity.Should().NotBe(Conformity.NotVerified, "the honest record holds");
        var green = new Greenness(record);
        var random = new Randomizer(seed);
        var editor = new RecordEditor(random);
        var (tried, greener) = (0, 0);
        var accepted = new Dictionary<string, int>();
        while (tried < Rounds * edits)
        {
            if (Edited(editor, record, pairs: random.Number(1) == 0) is not var (edited, kind))
                continue;

            tried++;
            foreach (var forged in new[] { edited, Refolded(edited) }.OfType<RunRecord>())
            {
                if (!green.IsExceededBy(forged))
                    continue;

                greener++;
                if (VerifiedRun.Of(JudgedRun.Of(forged)).Gate.Conformity is not Conformity.NotVerified)
                    accepted[kind] = accepted.GetValueOrDefault(kind) + 1;
            }
        }

        TestContext.Out.WriteLine($"{tried} edits, {greener} of which looked greener");
        accepted.Should().BeEmpty();
        greener.Should().BeGreaterThanOrEqualTo(Rounds * atLeast, "edits that nobody would make try nothing");
    }

    private static (RunRecord Edited, string Kind)? Edited(RecordEditor editor, RunRecord record, bool pairs)
    {
        if (editor.Apply(record) is not var (once, first) || !pairs)
            return editor.Apply(record);

        return editor.Apply(once) is var (twice, second) ? (twice, $"{first} and {second}") : null;
    }

    // As conformance fold makes a record of what somebody has changed in a journal; null where it refuses to.
    private static RunRecord? Refolded(RunRecord edited)
    {
        try
        {
            IEnumerable<JournalEntry?> journal =
            [
                new RunStarted(edited.Target, edited.SuiteVersion, edited.Seed, edited.StartedAt)
                {
                    SuiteDigest = edited.SuiteDigest,
                    PlanDigest = edited.PlanDigest,
                    LeftOut = edited.LeftOut,
                },
                edited.Preflight,
                .. edited.Scenarios,
                edited.EndedAt is { } end ? new RunEnded(end) : null,
            ];
            return RunFolder.Fold([.. journal.OfType<JournalEntry>()], KnownContracts.All.Catalogue);
        }
        catch (UnreadableRecordException)
        {
            return null;
        }
    }
}
