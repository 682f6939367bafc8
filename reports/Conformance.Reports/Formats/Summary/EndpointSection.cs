using System.Globalization;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Summary;

/// <summary>How many requirements of each endpoint got which verdict.</summary>
internal static class EndpointSection
{
    public static IEnumerable<string> Lines(RunRecord record) =>
        [
            "",
            "## Verdicts by endpoint",
            "",
            Markdown.Row(["Endpoint", .. VerdictNames.WorstFirst.Select(verdict => verdict.Name())]),
            $"|---|{string.Concat(VerdictNames.WorstFirst.Select(_ => "--:|"))}",
            .. EndpointCounts.Of(record).Select(counts => Row(counts.Endpoint, verdict => counts[verdict])),
            Row("all", verdict => record.Totals.Verdicts.GetValueOrDefault(verdict)),
        ];

    private static string Row(string name, Func<Verdict, int> count) =>
        Markdown.Row(
            [Markdown.Escape(name), .. VerdictNames.WorstFirst.Select(verdict => count(verdict).ToString(CultureInfo.InvariantCulture))]);
}
