using Conformance.Record.Runs;

namespace Conformance.Reports.Summary;

/// <summary>What the contract leaves open, as this server does it.</summary>
internal static class ObservationSection
{
    public static IEnumerable<string> Lines(RunRecord record)
    {
        var rows = record.Requirements
            .SelectMany(requirement => requirement.Observations.Distinct(), Row)
            .ToList();
        return rows.Count == 0 ? [] : ["", "## Observations", "", Markdown.Row("Requirement", "Observed", "Value"), "|---|---|---|", .. rows];
    }

    private static string Row(RequirementResult requirement, Record.Verdicts.Observation observation) =>
        Markdown.Row(Markdown.Escape(requirement.Id), Markdown.Escape(observation.Name), Markdown.Escape(observation.Value));
}
