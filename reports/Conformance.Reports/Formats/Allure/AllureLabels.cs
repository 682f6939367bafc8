using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Reports.Formats.Cases;
using Conformance.Reports.Text;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Formats.Allure;

/// <summary>The labels of a result: Allure groups by them.</summary>
internal static class AllureLabels
{
    public static IEnumerable<object> Of(RunRecord record, ReportCase reported) =>
        Pairs(record, reported).Select(label => new { name = label.Name, value = label.Value });

    private static IEnumerable<(string Name, string Value)> Pairs(RunRecord record, ReportCase reported) =>
        [
            ("epic", record.Target.Dialect),
            ("feature", reported.Endpoint),
            ("story", reported.Requirement is { } requirement ? OneLine.Of($"{requirement.Id}: {requirement.Statement}") : reported.Name),
            ("parentSuite", OneLine.Of(record.Target.Name)),
            ("suite", reported.Group),
            // Allure shows who ran what where; a machine's name would be nobody's business and another one each time.
            ("host", OneLine.Of(record.Target.Name)),
            ("framework", "Conformance"),
            ("severity", Gravity(reported.Requirement, record.Target)),
            ("tag", reported.Verdict.Name()),
            .. reported.Requirement is { } judged ? [("requirement", judged.Id), ("level", judged.Level)] : Array.Empty<(string, string)>(),
        ];

    private static string Gravity(RequirementResult? requirement, TargetDescription target) =>
        requirement is null ? "blocker"
        : !Catalogue.All.TryFind(requirement.Id, out var known) ? "normal"
        : known.SeverityIn(target.Strict, target.StrictAmbiguities) switch
        {
            Severity.Fail => "critical",
            Severity.Warn => "minor",
            _ => "trivial",
        };
}
