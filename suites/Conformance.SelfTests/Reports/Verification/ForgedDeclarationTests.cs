using Conformance.Record.Runs;
using Conformance.Record.Targets;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Verification.Forgery;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>Nobody can say of a target file that it declared, or of a server that it had, what it did not.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ForgedDeclarationTests
{
    [Test]
    public async Task A_discrepancy_that_is_not_told_is_found()
    {
        var forged = await Denied();

        Problems(forged with { Preflight = forged.Preflight! with { Discrepancies = [] } })
            .Should()
            .Equal("does not tell that sync was declared false and seen to be true");
    }

    [Test]
    public async Task A_discrepancy_that_is_told_holds() => Problems(await Denied()).Should().BeEmpty();

    [Test]
    public async Task A_discrepancy_that_there_is_none_of_is_found()
    {
        var record = await RecordedRun.Record();
        var forged = record with
        {
            Preflight = record.Preflight! with
            {
                Discrepancies = ["capabilities.sync is true in x.json, but the server lacks it (): set it to false, or mend the server."],
            },
        };

        Problems(forged).Should().ContainSingle().Which.Should().StartWith("tells what preflight/capabilities does not show");
    }

    [Test]
    public async Task A_declaration_that_the_target_file_has_not_is_found()
    {
        var record = await RecordedRun.Record();

        Problems(Declaring(record, record.Preflight!.Capabilities))
            .Should()
            .Equal("was declared not at all there, and false in target/capabilities");
        Problems(Declaring(record, [])).Should().Contain("was declared not at all there, and false in target/capabilities");
        Problems(
            record with
            {
                Preflight = record.Preflight with
                {
                    Capabilities = [.. record.Preflight.Capabilities.Select(state => state with { IsUsed = !state.IsUsed })],
                },
            })
            .Should()
            .HaveCount(record.Preflight.Capabilities.Count).And
            .OnlyContain(problem => problem.StartsWith("isUsed is ", StringComparison.Ordinal));
    }

    // The target file of the run says nothing of /sync, which the server has.
    private static async Task<RunRecord> Denied()
    {
        var record = await RecordedRun.Record();
        var states = record.Preflight!.Capabilities
            .Select(state => state.Name == "sync" ? state with { Declared = false, IsUsed = false } : state)
            .ToList();
        var sighting = states.Single(state => state.Name == "sync").Sighting;
        var denied = Declaring(record, states);
        return denied with
        {
            Preflight =
                denied.Preflight! with
                {
                    Discrepancies =
                    [
                        $"capabilities.sync is false in target.json, but the server has it ({sighting}): "
                        + "remove it, so that the scenarios that need it run.",
                    ],
                },
        };
    }

    private static RunRecord Declaring(RunRecord record, IReadOnlyList<CapabilityState> states) => record with
    {
        Target = record.Target with { Capabilities = new Dictionary<string, bool>(record.Target.Capabilities) { ["sync"] = false } },
        Preflight = record.Preflight! with { Capabilities = states },
    };
}
