using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Summary;

/// <summary>What the contract leaves open, as this server does it.</summary>
internal static class ObservationSection
{
    public static IEnumerable<string> Lines(RunRecord record)
    {
        var rows = record.Requirements
            .SelectMany(requirement => Observed(requirement).Distinct(), Row)
            .ToList();
        return rows.Count == 0
            ? []
            : [
                "",
                "## Observations",
                "",
                "What the contract leaves open, as this server does it: its fingerprint.",
                "",
                Markdown.Row("Requirement", "Observed", "Value"),
                "|---|---|---|",
                .. rows,
            ];
    }

    private static IEnumerable<Observation> Observed(RequirementResult requirement) =>
        [
            .. requirement.Observations,
            .. requirement.Findings
                .Where(finding => finding.Verdict == Verdict.Observed)
                .Select(finding => new Observation(finding.Check ?? finding.Mismatch.Subject, finding.Mismatch.ToString())),
        ];

    private static string Row(RequirementResult requirement, Observation observation) =>
        Markdown.Row(Markdown.Escape(requirement.Id), Markdown.Escape(observation.Name), Markdown.Escape(observation.Value));
}
