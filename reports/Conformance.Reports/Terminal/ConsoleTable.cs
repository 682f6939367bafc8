using System.Globalization;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;
using Spectre.Console;

namespace Conformance.Reports.Terminal;

/// <summary>The outcome of one or more runs as a table for a console of 80 columns.</summary>
public static class ConsoleTable
{
    private const int Columns = 80;

    private static readonly (Verdict Verdict, string Header, string Colour)[] Counted =
    [
        (Verdict.Pass, "pass", "green"),
        (Verdict.Warning, "warn", "yellow"),
        (Verdict.Fail, "fail", "red"),
        (Verdict.Inconclusive, "incon.", "magenta"),
        (Verdict.Error, "error", "magenta"),
        (Verdict.NotApplicable, "n.a.", "grey"),
        (Verdict.Observed, "observed", "blue"),
    ];

    /// <summary>
    /// Writes a table with a row for each target and for each of its endpoints, then each target's totals and slowest scenario.
    /// </summary>
    /// <param name="records">The runs, in the order in which they are shown.</param>
    /// <param name="writer">Where to; colours are used only if it is the console itself and the console is no file or pipe.</param>
    public static void Write(IReadOnlyList<RunRecord> records, TextWriter writer) =>
        PlainConsole.Render(writer, Columns, console =>
        {
            console.Write(Table(records));
            foreach (var line in records.SelectMany<RunRecord, string>(record => [TotalsLine(record), .. SlowestLine(record)]))
                console.WriteLine(line);
        });

    private static Table Table(IReadOnlyList<RunRecord> records)
    {
        var table = new Table { Border = TableBorder.None };
        table.AddColumn(new TableColumn("endpoint").Padding(0, 0, 1, 0));
        foreach (var (_, header, _) in Counted)
            table.AddColumn(new TableColumn(header) { NoWrap = true }.Padding(0, 0, 1, 0).RightAligned());

        foreach (var record in records)
        {
            table.AddRow(Row($"[bold]{Shown(record.Target.Name)}[/]", verdict => record.Totals.Verdicts.GetValueOrDefault(verdict)));
            foreach (var counts in EndpointCounts.Of(record))
                table.AddRow(Row($"  {Shown(counts.Endpoint)}", verdict => counts[verdict]));
        }

        return table;
    }

    private static string[] Row(string name, Func<Verdict, int> count) =>
        [name, .. Counted.Select(column => Cell(count(column.Verdict), column.Colour))];

    private static string Shown(string text) => OneLine.Of(text).EscapeMarkup();

    // Zeros are dots, so that what happened stands out.
    private static string Cell(int count, string colour) =>
        count == 0 ? "." : string.Create(CultureInfo.InvariantCulture, $"[{colour}]{count}[/]");

    private static string TotalsLine(RunRecord record)
    {
        var totals = record.Totals;
        var others = new[] { Verdict.Waived, Verdict.Disabled }
            .Where(verdict => totals.Verdicts.GetValueOrDefault(verdict) > 0)
            .Select(verdict => $", {totals.Verdicts[verdict]} {verdict.Name()}");
        var ending = record.EndedAt is null ? ", killed before its end" : "";
        return $"{OneLine.Of(record.Target.Name)}: {totals.Scenarios} scenarios, {totals.Requests} requests, {totals.Logins} logins, "
            + $"{Seconds.Of(totals.Milliseconds)}{string.Concat(others)}{ending}";
    }

    private static IEnumerable<string> SlowestLine(RunRecord record) =>
        ScenarioCosts.SlowestFirst(record).Take(1).Select(slowest => OneLine.Of(
            $"  slowest: {Seconds.Of(slowest.Milliseconds)}, {slowest.Requirement}, {slowest.Scenario}",
            Columns - "…".Length));
}
