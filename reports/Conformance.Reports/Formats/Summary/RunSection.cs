using System.Globalization;
using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Record.Text;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;
using Conformance.Schemas.Endpoints;

namespace Conformance.Reports.Formats.Summary;

/// <summary>Who was tested, by what and when, and what came out.</summary>
internal static class RunSection
{
    public static IEnumerable<string> Heading(JudgedRun run) =>
        [
            $"# Conformance run: {Markdown.Escape(run.Record.Target.Name)}",
            "",
            $"**{Markdown.Escape(run.Gate.Reason)}**",
            "",
            Outcome(run.Record),
        ];

    public static IEnumerable<string> Lines(RunRecord record) =>
        [
            "",
            "## Run",
            "",
            Markdown.Row("", ""),
            "|---|---|",
            .. Facts(record).Select(fact => Markdown.Row(fact.Name, Markdown.Escape(fact.Value))),
        ];

    private static string Outcome(RunRecord record)
    {
        var counts = VerdictNames.WorstFirst
            .Select(verdict => (verdict, count: record.Totals.Verdicts.GetValueOrDefault(verdict)))
            .Where(counted => counted.count > 0)
            .Select(counted => $"{counted.count} {counted.verdict.Name()}");
        var sentence = $"{record.Requirements.Count} requirements: {string.Join(", ", counts)}.";
        return record.EndedAt is null ? $"{sentence} The run did not come to its end." : sentence;
    }

    private static IEnumerable<(string Name, string Value)> Facts(RunRecord record) =>
        [
            ("Target", $"{record.Target.Name}, {record.Target.BaseUrl}{record.Target.PathPrefix}"),
            .. record.Target.FurtherBaseUrls.Count > 0
                ? [("Further nodes", string.Join(", ", record.Target.FurtherBaseUrls))]
                : Array.Empty<(string, string)>(),
            .. record.Target.Embedded
                ? [("Server", "a reference server that the suite itself has started")]
                : Array.Empty<(string, string)>(),
            .. record.Target.Proxy is { } proxy ? [("Proxy", proxy)] : Array.Empty<(string, string)>(),
            ("Dialect", record.Target.Dialect),
            ("Edition", record.Target.Edition),
            ("Mode", ModeText.Of(record.Target)),
            ("Capabilities", Declared(record.Target)),
            .. record.Target.Deviations.Count > 0
                ? [("Declared otherwise than usual", string.Join("; ", record.Target.Deviations.Select(Concessions.InWords)))]
                : Array.Empty<(string, string)>(),
            .. record.Target.Probe is { } probe ? [("Sessions probed by", probe)] : Array.Empty<(string, string)>(),
            .. record.Target.RevocationMilliseconds is > 0 and var tolerance
                ? [("Ended tokens accepted for", Milliseconds(tolerance))]
                : Array.Empty<(string, string)>(),
            .. record.Target.SessionsPerUser is { } limit
                ? [("Sessions per user", SessionsPerUser(limit, record))]
                : Array.Empty<(string, string)>(),
            .. LoadText.Of(record.Target) is { } load ? [("Load", load)] : Array.Empty<(string, string)>(),
            ("Started", Time(record.StartedAt)),
            ("Ended", record.EndedAt is { } endedAt ? Time(endedAt) : "never: the run was killed"),
            .. record.RunId is { } id ? [("Run", id)] : Array.Empty<(string, string)>(),
            .. record.Shard is { } shard ? [("Shard", $"{shard}, a part of the suite")] : Array.Empty<(string, string)>(),
            ("Suite", record.SuiteVersion),
            ("Seed", Digits.Of(record.Seed)),
            ("Scenarios", Digits.Of(record.Totals.Scenarios)),
            ("Requests", Digits.Of(record.Totals.Requests)),
            ("Requests per scenario",
                string.Create(CultureInfo.InvariantCulture, $"{ScenarioCosts.MeanRequests(record):0.0} (mean of those that sent any)")),
            ("Logins", Digits.Of(record.Totals.Logins)),
            ("Wall time", Seconds.Of(record.Totals.Milliseconds)),
        ];

    private static string Milliseconds(double tolerance) =>
        string.Create(CultureInfo.InvariantCulture, $"up to {tolerance:0} ms, which the operator tolerates");

    private static string SessionsPerUser(int limit, RunRecord record) =>
        $"at most {Digits.Of(limit)}, for which "
        + $"{Digits.Of(record.Scenarios.Count(scenario => scenario.Lacks == Capabilities.SessionsPerUser))} scenarios are not applicable";

    private static string Declared(TargetDescription target) => target.Capabilities.Count == 0
        ? "none declared"
        : string.Join(", ", target.Capabilities
            .OrderBy(declared => declared.Key, StringComparer.Ordinal)
            .Select(declared => $"{declared.Key}: {(declared.Value ? "yes" : "no")}"));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
