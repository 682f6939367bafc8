using Conformance.Record.Runs;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Summary;

/// <summary>Sessions that the run opened and could not prove closed: somebody has to close them by hand.</summary>
internal static class LeftOpenSection
{
    public static IEnumerable<string> Lines(RunRecord record)
    {
        var lines = OpenedBefore(record).Concat(OpenedByScenarios(record)).Concat(HandedOn(record)).ToList();
        return lines.Count == 0 ? [] : ["", "## Sessions left open", "", .. lines];
    }

    private static IEnumerable<string> OpenedBefore(RunRecord record) =>
        (record.Preflight?.LeftOpen ?? []).Select(session => $"- {Markdown.Code(session)}, opened before the first scenario");

    private static IEnumerable<string> HandedOn(RunRecord record) =>
        (record.Closing?.LeftOpen ?? []).Select(session => $"- {Markdown.Code(session)}, handed on by scenarios");

    private static IEnumerable<string> OpenedByScenarios(RunRecord record) => record.Scenarios.SelectMany(
        scenario => scenario.LeftOpen,
        (scenario, session) => $"- {Markdown.Code(session)}, opened by {Markdown.Code(scenario.Scenario)}");
}
