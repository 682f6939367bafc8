using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats;
using Conformance.Reports.Machine.Cases;
using Conformance.Reports.Text;

namespace Conformance.Reports.Machine.Sarif;

/// <summary><c>conformance.sarif</c>, SARIF 2.1.0: a run for each target, requirements as rules, waivers as suppressions.</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static IEnumerable<ReportFile> Write(IReadOnlyList<JudgedRun> runs) =>
        [new("conformance.sarif", MachineJson.Write(new Dictionary<string, object>
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = runs.Select(Run),
        }))];

    private static object Run(JudgedRun run) => new
    {
        tool = new { driver = Driver(run.Record) },
        automationDetails = new
        {
            id = OneLine.Of($"conformance/{run.Record.Target.Name}/{Moments.Iso(run.Record.StartedAt)}"),
            guid = ContentId.Uuid("sarif", RunIds.Of(run.Record)),
        },
        invocations = new[] { Invocation(run) },
        columnKind = "utf16CodeUnits",
        results = new SarifResults(run.Record).All(),
        properties = RunFacts.Of(run).ToDictionary(fact => fact.Name, fact => OneLine.Of(fact.Value)),
    };

    // No informationUri: the suite has no site to name.
    private static object Driver(RunRecord record) => new
    {
        name = "Conformance",
        version = record.SuiteVersion,
        fullName = $"Conformance suite for session APIs {record.SuiteVersion}",
        shortDescription = new { text = "Judges, endpoint by endpoint, whether a server keeps the contract of its session API." },
        rules = record.Requirements.Select(requirement => SarifRule.Of(requirement, record.Target.Strict)),
    };

    private static object Invocation(JudgedRun run)
    {
        var exchanges = new ExchangeLookup(run.Record);
        var broken = ReportCases.Of(run).Where(reported => reported.Verdict is Verdict.Error or Verdict.Inconclusive).ToList();
        return new
        {
            // What proved nothing must not look like a clean sheet.
            executionSuccessful = broken.Count == 0,
            startTimeUtc = Moments.Iso(run.Record.StartedAt),
            endTimeUtc = run.Record.EndedAt is { } end ? Moments.Iso(end) : null,
            toolExecutionNotifications = broken.Where(reported => reported.Requirement is not null).Select(reported => Notification(reported, exchanges)),
            toolConfigurationNotifications = broken.Where(reported => reported.Requirement is null).Select(reported => Notification(reported, exchanges)),
        };
    }

    private static object Notification(ReportCase reported, ExchangeLookup exchanges) => new
    {
        level = "error",
        message = new { text = $"{OneLine.Of(reported.FullName)}: {reported.Verdict.Name()}: {CaseText.Details(reported, exchanges)}" },
        associatedRule = reported.Requirement is { } requirement ? new { id = requirement.Id } : null,
    };
}
