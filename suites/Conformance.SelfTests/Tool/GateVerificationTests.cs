using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Record.Verdicts;
using Conformance.SelfTests.Reports;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.GatedRuns;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance gate</c> verifies a record before it judges it: one that proves nothing is never conformant.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GateVerificationTests : IDisposable
{
    private static readonly (string Name, Func<RunRecord, RunRecord> Change, string Told)[] Changes =
    [
        ("another version of the suite", run => run with { SuiteVersion = "9.0.0" }, "judge the record with the version that made it"),
        ("no digest of its plan", run => run with { PlanDigest = null }, "nobody can say what was to be judged"),
        ("the digest of another plan", run => run with { PlanDigest = $"sha256:{new string('0', 64)}" }, "another build of the suite"),
        ("another base URL", WithTarget(target => target with { BaseUrl = "https://vendor.example" }), "not below target/baseUrl"),
        ("a weaker profile", WithTarget(target => target with { Profile = "matrix-devices" }), "planDigest"),
        ("a longer tolerance", WithTarget(target => target with { RevocationMilliseconds = 600_000 }), "planDigest"),
        ("a scenario less", run => Refolded(run, scenarios => scenarios.Skip(1)), "neither has nor lists in leftOut"),
        ("a case less", run => Refolded(run, scenarios => scenarios.Except([scenarios.Last(IsCase)])), "neither has nor lists in leftOut"),
        ("one scenario for each row", run => Refolded(run, scenarios => scenarios.DistinctBy(one => one.Requirement)), "neither has"),
        ("a scenario of no suite", run => Refolded(run, scenarios => [.. scenarios, scenarios[^1] with { Scenario = "Z" }]), "no scenario"),
        ("a scenario for another row", run => Refolded(run, scenarios => [.. scenarios.Select(OfAnotherRow)]), "for this requirement"),
        ("one left out and there", run => run with { LeftOut = [.. run.LeftOut, run.Scenarios[0].Scenario] }, "and left out"),
        ("no exchanges", run => Refolded(run, scenarios => scenarios.Select(one => one with { Exchanges = [] })), "no exchange that shows"),
        (
            "neither exchanges nor judgements",
            run => Refolded(run, scenarios => scenarios.Select(one => one with { Exchanges = [], Judgements = [] })),
            "no exchange that shows it"),
    ];

    private readonly ToolFolder folder = new();

    private static IEnumerable<TestCaseData> Changed => Changes.Select(change =>
        new TestCaseData(change.Change, change.Told).SetArgDisplayNames(change.Name));

    public void Dispose() => folder.Dispose();

    [TestCaseSource(nameof(Changed))]
    public async Task Refuses_a_record_that_proves_nothing(Func<RunRecord, RunRecord> change, string told)
    {
        var call = await ToolCall.Of("gate", folder.Save("run.json", change(Run(Verdict.Pass))), "--profile", Profile);

        // Long sentences are broken into lines.
        string.Join(' ', call.Text(ExitCode.NotVerified).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
            .Should().StartWith("not verified: staging: ").And.Contain(told);
    }

    [Test]
    public async Task Lets_what_is_not_verified_outweigh_a_violation()
    {
        var violated = folder.Save("violated.json", Run(Verdict.Fail));
        var another = folder.Save("another.json", Run(Verdict.Pass) with { SuiteVersion = "9.0.0" });

        (await ToolCall.Of("gate", violated, another, "--profile", Profile)).Text(ExitCode.NotVerified);
    }

    [Test]
    public async Task Refuses_a_record_of_an_embedded_server_unless_told_otherwise()
    {
        var run = Run(Verdict.Pass);
        var embedded = folder.Save("run.json", run.At(run.Target with { Embedded = true }));

        var call = await ToolCall.Of("gate", embedded, "--profile", Profile);

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().ContainAll("CONFORMANCE_TARGETS", "--embedded");
        (await ToolCall.Of("gate", embedded, "--profile", Profile, "--embedded")).Text();
    }

    private static Func<RunRecord, RunRecord> WithTarget(Func<TargetDescription, TargetDescription> change) =>
        run => run with { Target = change(run.Target) };

    private static bool IsCase(ScenarioFinished scenario) => scenario.Scenario.EndsWith(')');

    private static ScenarioFinished OfAnotherRow(ScenarioFinished scenario, int index) =>
        index == 0 ? scenario with { Requirement = "MTX-LOGOUT-02" } : scenario;

    private static RunRecord Refolded(RunRecord run, Func<IReadOnlyList<ScenarioFinished>, IEnumerable<ScenarioFinished>> change) =>
        SoundRuns.Refolded(run, [.. change(run.Scenarios)]);
}
