using Conformance.Fixtures.Runs;
using Conformance.Record.Verdicts;
using Conformance.SelfTests.HostileAnswers;
using FluentAssertions;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// Whatever a server says, a run against it comes to its end with verdicts or a problem that somebody can act on, keeps its secrets, and
/// asks nobody else. Each seed makes another hostile server.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class HostileServerTests
{
    /// <summary>Far above what the limits of these runs allow, on a busy machine.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    // What a hostile server brings about says nothing unless the same run passes without it. It also has all code compiled, which takes
    // longer than these runs wait for an answer.
    [OneTimeSetUp]
    public async Task Runs_against_honest_servers_pass()
    {
        foreach (var seed in (int[])[0, 1, 3])
            await RunHonestly(seed);
    }

    [TestCaseSource(typeof(HostileSeeds), nameof(HostileSeeds.All))]
    public async Task A_run_ends_soundly_and_keeps_its_secrets(int seed)
    {
        await using var hostile = await HostileRun.Start(seed);

        var outcome = await SuiteRunner.Run(hostile.Run, hostile.Filter).WaitAsync(Bound);

        var findings = await HostileFindings.Of(hostile, outcome);
        string.Join('\n', findings).Should().BeEmpty(
            "{0}: {1}; artefacts and answers in {2}", hostile, new HostilePlan(seed), hostile.Run.OutputFolder);
        Directory.Delete(hostile.Run.OutputFolder!, recursive: true);
    }

    private static async Task RunHonestly(int seed)
    {
        await using var honest = await HostileRun.StartHonest(seed);

        var outcome = await SuiteRunner.Run(honest.Run, honest.Filter).WaitAsync(Bound);

        string.Join('\n', await HostileFindings.Of(honest, outcome)).Should().BeEmpty("{0} is honest", honest);
        outcome.Result.ResultState.Status.Should().NotBe(TestStatus.Failed);
        honest.Slot.Target!.Record!.Requirements.Where(row => honest.Rows.Contains(row.Id)).Select(row => row.Verdict)
            .Except([Verdict.Pass, Verdict.Observed, Verdict.NotApplicable]).Should().BeEmpty();
        honest.Server.Secrets.OfTheSuite.Count.Should().BeGreaterThan(10);
        honest.Server.Requests.Should().BeGreaterThan(60);
    }
}
