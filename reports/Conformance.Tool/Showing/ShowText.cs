using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Reports.Text;
using Conformance.Schemas.Requirements;
using Conformance.Tool.Output;

namespace Conformance.Tool.Showing;

/// <summary>Everything that is known of a requirement, for people.</summary>
internal static class ShowText
{
    public static void Write(ShownRequirement shown, TextWriter writer)
    {
        var page = new Page();
        page.Sentence($"{shown.Requirement.Id}: {shown.Requirement.Statement}");
        page.Gap();
        page.Rows(Asked(shown)
            .Concat(Judged(shown))
            .Where(fact => fact.Value is { Length: > 0 })
            .Select(fact => new[] { fact.Name, fact.Value! }));
        foreach (var run in shown.Runs)
        {
            page.Gap();
            page.Sentence($"{run.Target}: {run.Result?.Verdict.Name() ?? "not judged"}");
            page.Rows(Rows(run));
        }

        page.WriteTo(writer);
    }

    private static IEnumerable<(string Name, string? Value)> Asked(ShownRequirement shown)
    {
        var row = shown.Requirement;
        return
        [
            ("endpoint", row.Endpoint),
            ("level",
                $"{row.Level}; a violation {Weight(row.Severity)}"
                + (row.StrictSeverity == row.Severity ? "" : $", in strict mode it {Weight(row.StrictSeverity)}")),
            ("because", row.SeverityReason),
            ("basis", BasisNames.InWords(row.Basis.Code())),
            ("source", row.Source),
            ("editions", row.Until is null ? $"since {row.Since}" : $"from {row.Since} to {row.Until}"),
            ("ambiguity",
                shown.Ambiguity is { } ambiguity
                    ? $"{ambiguity.Id}: {ambiguity.Contradiction} {ambiguity.Decision} Strictly: {ambiguity.StrictReading}"
                    : row.Ambiguity),
        ];
    }

    private static IEnumerable<(string Name, string? Value)> Judged(ShownRequirement shown) =>
        [
            ("how", shown.Requirement.Check),
            ("pitfalls", shown.Requirement.Pitfalls),
            ("not judged", shown.Requirement.NotTested?.Explanation),
            ("profiles", string.Join(", ", shown.Profiles)),
            .. Named("scenario", shown.Scenarios),
            .. Named("in passing", shown.ExchangeChecks),
            ("catches", string.Join(", ", shown.Faults.Select(fault => fault.Fault))),
        ];

    private static IEnumerable<(string Name, string? Value)> Named(string name, IEnumerable<string> values) =>
        values.Select(value => (name, (string?)value));

    private static string Weight(Severity severity) => severity switch
    {
        Severity.Fail => "fails",
        Severity.Warn => "is a warning",
        _ => "is observed only",
    };

    private static IEnumerable<string[]> Rows(ShownResult run) => run.Result is not { } result
        ? []
        :
        [
            .. result.Reason is { } reason ? new string[][] { ["reason", reason] } : [],
            .. result.Findings.Select(finding => new[] { "finding", Finding(finding) }),
            .. result.Fingerprint is { } fingerprint ? new string[][] { ["fingerprint", fingerprint] } : [],
            .. result.Waiver is { } use ? new string[][] { ["waiver", $"{InWords(use.State)}: {use.Waiver.Reason}"] } : [],
            .. result.Observations.Select(observation => new[] { "observed", $"{observation.Name}: {observation.Value}" }),
            .. result.Scenarios.Select(scenario => new[] { "scenario", scenario }),
            .. result.JudgedInPassing > 0 ? new string[][] { ["in passing", $"{result.JudgedInPassing} exchanges"] } : [],
        ];

    private static string InWords(WaiverState state) => state switch
    {
        WaiverState.Applied => "applies",
        WaiverState.Expired => "expired",
        WaiverState.OtherFinding => "is for another finding",
        _ => "is not needed",
    };

    private static string Finding(Finding finding) => string.Concat(
        $"{finding.Verdict.Name()}: {finding.Mismatch}",
        finding.Endpoint is { } endpoint ? $", at {endpoint}" : "",
        finding.Exchange is { } exchange ? $", exchange {exchange}" : "",
        finding.Softened is { } softened ? $", softened: {softened}" : "");
}
