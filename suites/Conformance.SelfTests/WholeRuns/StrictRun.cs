using Conformance.Fixtures.Targets;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers.Options;
using FluentAssertions;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A run in strict mode against a server that was started for it.</summary>
internal static class StrictRun
{
    public static async Task<(RunRecord Record, string Summary)> Against(
        ReferenceServerOptions options, Func<TargetSettings, TargetSettings>? change = null)
    {
        await using var served = await ServedRun.Start(options, "chooser", strict: true, change);
        var before = served.Server.Tables;
        await SuiteRunner.Run(served.Run);
        served.Server.Tables.Should().Equal(before, "the suite leaves no session, device or key behind");
        return (served.Record, SuiteRuns.SummaryOf(served.Run, "chooser"));
    }

    /// <summary>The requirements that anything is held against.</summary>
    public static IEnumerable<string> Accused(RunRecord record) =>
        record.Requirements
            .Where(row => row.Verdict is not (Verdict.Pass or Verdict.Observed or Verdict.NotApplicable))
            .Select(row => row.Id);
}
