using System.Globalization;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Summary;

/// <summary>Where the time of the run went.</summary>
internal static class SlowestSection
{
    private const int MostShown = 10;

    public static IEnumerable<string> Lines(RunRecord record)
    {
        var rows = ScenarioCosts.SlowestFirst(record).Take(MostShown).Select(Row).ToList();
        return rows.Count == 0
            ? []
            : [
                "",
                "## Slowest scenarios",
                "",
                Markdown.Row("Scenario", "Requirement", "ms", "Requests", "Logins"),
                "|---|---|--:|--:|--:|",
                .. rows,
            ];
    }

    private static string Row(ScenarioFinished scenario) =>
        Markdown.Row(
            Markdown.Escape(scenario.Scenario),
            Markdown.Escape(scenario.Requirement),
            scenario.Milliseconds.ToString("0", CultureInfo.InvariantCulture),
            scenario.Exchanges.Count.ToString(CultureInfo.InvariantCulture),
            scenario.Logins.ToString(CultureInfo.InvariantCulture));
}
