using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Cases;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Sarif;

/// <summary><c>conformance.sarif</c>, SARIF 2.1.0: a run for each target, requirements as rules, waivers as suppressions.</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static IEnumerable<ReportFile> Write(IReadOnlyList<JudgedRun> runs) =>
        [new("conformance.sarif", ReportJson.Write(new Dictionary<string, object>
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = runs.Select(Run),
        }))];

    private static object Run(JudgedRun run) => new
    {
        tool = new { driver = Driver(run) },
        automationDetails = new
        {
            id = OneLine.Of($"conformance/{run.Record.Target.Name}/{Moments.Iso(run.Record.StartedAt)}"),
            guid = ContentId.Uuid("sarif", RunIds.Of(run.Record)),
        },
        invocations = new[] { Invocation(run) },
        columnKind = "utf16CodeUnits",
        results = new SarifResults(run.Record).All(),
        properties = RunProperties.Of(run).ToDictionary(property => property.Name, property => OneLine.Of(property.Value)),
    };

    // No informationUri: the suite has no site to name.
    private static object Driver(JudgedRun run) => new
    {
        name = "Conformance",
        version = run.Record.SuiteVersion,
        fullName = $"Conformance suite for session APIs {run.Record.SuiteVersion}",
        shortDescription = new { text = "Judges, endpoint by endpoint, whether a server keeps the contract of its session API." },
        rules = run.Record.Requirements.Select(requirement => SarifRule.Of(requirement, run)),
    };

    private static object Invocation(JudgedRun run)
    {
        var exchanges = new ExchangeLookup(run.Record);
        var red = ReportCases.Of(run).Where(IsRed).ToLookup(reported => reported is { Requirement: null, Name: not RunProblems.Profile });
        return new
        {
            // What proved nothing must not look like a clean sheet. A profile that is not met is no failure of the tool: the notification
            // of level error says what the standard means by it, that the results do not show all that they should.
            executionSuccessful = red.SelectMany(group => group).All(reported => reported.Verdict is Verdict.Fail),
            startTimeUtc = Moments.Iso(run.Record.StartedAt),
            endTimeUtc = run.Record.EndedAt is { } end ? Moments.Iso(end) : null,
            toolExecutionNotifications = red[false].Select(reported => Notification(reported, exchanges)),
            toolConfigurationNotifications = red[true].Select(reported => Notification(reported, exchanges)),
        };
    }

    // A violation of a requirement is a result.
    private static bool IsRed(ReportCase reported) =>
        reported.Verdict is Verdict.Error or Verdict.Inconclusive || reported is { Requirement: null, Verdict: Verdict.Fail };

    private static object Notification(ReportCase reported, ExchangeLookup exchanges) => new
    {
        level = "error",
        message = SarifMessage.Of(
            $"{OneLine.Of(reported.FullName)}: {reported.Verdict.Name()}: {CaseText.Details(reported, exchanges)}"),
        associatedRule = reported.Requirement is { } requirement ? new { id = requirement.Id } : null,
    };
}
