using System.Diagnostics;
using Conformance.Record.Verdicts;
using FluentAssertions;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// Whatever a server says, a run against it comes to its end with verdicts or a problem that somebody can act on, keeps its secrets, and
/// asks nobody else. Each seed makes another hostile server.
/// </summary>
[Parallelizable(ParallelScope.All), Category(HostileSeeds.Category)]
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

    [OneTimeTearDown]
    public void Report_memory()
    {
        using var process = Process.GetCurrentProcess();
        TestContext.Out.WriteLine(
            $"Peak working set {process.PeakWorkingSet64 / PeakMemory.Megabyte} MB, "
            + $"managed heap {GC.GetTotalMemory(forceFullCollection: true) / PeakMemory.Megabyte} MB.");
    }

    [TestCaseSource(typeof(HostileSeeds), nameof(HostileSeeds.All))]
    public async Task A_run_ends_soundly_and_keeps_its_secrets(int seed)
    {
        await using var hostile = await HostileRun.Prepare(seed);

        var (_, findings) = await hostile.End(Bound);

        findings.Should().BeEmpty("{0}; artefacts and answers in {1}", hostile.Target, hostile.Run.OutputFolder);
        // Thousands of runs would fill the disk, and there is nothing to look at.
        Directory.Delete(hostile.Run.OutputFolder!, recursive: true);
    }

    private static async Task RunHonestly(int seed)
    {
        await using var honest = await HostileRun.PrepareHonest(seed);

        var (outcome, findings) = await honest.End(Bound);

        findings.Should().BeEmpty("{0} is honest", honest.Target);
        outcome.Result.ResultState.Status.Should().NotBe(TestStatus.Failed);
        honest.Slot.Target!.Record!.Requirements.Where(row => honest.Target.Rows.Contains(row.Id)).Select(row => row.Verdict)
            .Except([Verdict.Pass, Verdict.Observed, Verdict.NotApplicable]).Should().BeEmpty();
        honest.Target.Server.Secrets.OfTheSuite.Count.Should().BeGreaterThan(10, "whoever knows no secret finds none");
        honest.Target.Server.Requests.Should().BeGreaterThan(60);
    }
}
