using System.Globalization;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats;

/// <summary>Who was tested, by what, and what the gate says: for the places that formats have for properties.</summary>
internal static class RunProperties
{
    /// <summary>Names with their values, in the order in which they are shown.</summary>
    public static IEnumerable<(string Name, string Value)> Of(JudgedRun run) =>
        [
            ("target", run.Record.Target.Name),
            ("baseUrl", $"{run.Record.Target.BaseUrl}{run.Record.Target.PathPrefix}"),
            ("dialect", run.Record.Target.Dialect),
            ("edition", run.Record.Target.Edition),
            ("strict", run.Record.Target.Strict ? "true" : "false"),
            ("profile", $"{run.Profile.Name} version {run.Profile.Version.ToString(CultureInfo.InvariantCulture)}"),
            ("gate", run.Gate.Reason),
            ("suiteVersion", run.Record.SuiteVersion),
            .. run.Record.SuiteDigest is { } digest ? [("suiteDigest", digest)] : Array.Empty<(string, string)>(),
            ("seed", run.Record.Seed.ToString(CultureInfo.InvariantCulture)),
            .. VerdictNames.WorstFirst.Select(verdict => ($"requirements.{verdict.Name()}", Count(run.Record, verdict))),
        ];

    private static string Count(RunRecord record, Verdict verdict) =>
        record.Totals.Verdicts.GetValueOrDefault(verdict).ToString(CultureInfo.InvariantCulture);
}
