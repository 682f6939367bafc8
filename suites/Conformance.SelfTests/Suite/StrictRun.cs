using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using FluentAssertions;

namespace Conformance.SelfTests.Suite;

/// <summary>A run in strict mode against a server that was started for it.</summary>
internal static class StrictRun
{
    public static async Task<(RunRecord Record, string Summary)> Against(ReferenceServerOptions options)
    {
        await using var server = await ReferenceServer.Start(options);
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "chooser", strict: true));
        await SuiteRunner.Run(run);
        (server.OpenSessions ?? 0).Should().Be(0, "the suite leaves no session behind");
        return (SuiteRuns.RecordOf(run, "chooser"), SuiteRuns.SummaryOf(run, "chooser"));
    }

    /// <summary>The requirements that anything is held against.</summary>
    public static IEnumerable<string> Accused(RunRecord record) =>
        record.Requirements.Where(row => row.Verdict is not (Verdict.Pass or Verdict.Observed or Verdict.NotApplicable)).Select(row => row.Id);
}
