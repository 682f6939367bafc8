using Conformance.Record.Runs;
using Conformance.Reports.Formats.Cases;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Formats.Allure;

/// <summary>The labels of a result: Allure groups by them.</summary>
internal static class AllureLabels
{
    public static IEnumerable<object> Of(JudgedRun run, ReportCase reported) =>
        Pairs(run, reported).Select(label => new { name = label.Name, value = label.Value });

    private static IEnumerable<(string Name, string Value)> Pairs(JudgedRun run, ReportCase reported) =>
        [
            ("epic", run.Record.Target.Dialect),
            ("feature", reported.Endpoint),
            ("story", reported.Requirement is { } requirement ? OneLine.Of($"{requirement.Id}: {requirement.Statement}") : reported.Name),
            ("parentSuite", OneLine.Of(run.Record.Target.Name)),
            ("suite", reported.Group),
            // Allure shows who ran what where; a machine's name would be nobody's business and another one each time.
            ("host", OneLine.Of(run.Record.Target.Name)),
            ("framework", "Conformance"),
            ("severity", Gravity(reported.Requirement, run)),
            ("tag", reported.Verdict.Name()),
            .. reported.Requirement is { } judged ? [("requirement", judged.Id), ("level", judged.Level)] : Array.Empty<(string, string)>(),
        ];

    private static string Gravity(RequirementResult? requirement, JudgedRun run) =>
        requirement is null ? "blocker"
        : !run.Contract.Catalogue.TryFind(requirement.Id, out var known) ? "normal"
        : known.SeverityIn(run.Record.Target.Strict, run.Record.Target.StrictAmbiguities) switch
        {
            Severity.Fail => "critical",
            Severity.Warn => "minor",
            _ => "trivial",
        };
}
