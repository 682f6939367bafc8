using System.Globalization;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;

namespace Conformance.Reports.Diffing;

/// <summary>What changed between runs, in GitHub-flavoured Markdown: fit for a pull request.</summary>
public static class DiffMarkdown
{
    /// <summary>The text; lines end with <c>\n</c>.</summary>
    public static string Write(RunSetDiff diff)
    {
        IEnumerable<string> lines =
        [
            .. diff.Runs.SelectMany(Lines),
            .. diff.Gone.SelectMany(target => new[] { $"## {Markdown.Escape(target)}: in the older runs only", "" }),
            .. diff.Added.SelectMany(target => new[] { $"## {Markdown.Escape(target)}: in the newer runs only", "" }),
        ];
        return string.Join('\n', lines).TrimEnd('\n') + "\n";
    }

    private static IEnumerable<string> Lines(RunDiff run) =>
        [
            $"## {Markdown.Escape(run.New)}: {DiffSentence.Of(run)}",
            "",
            .. Table(["Differs", "Old", "New"], run.Circumstances.Select(fact => new[] { fact.What, fact.Old, fact.New })),
            .. run.Changes.GroupBy(change => change.Kind).SelectMany(Lines),
            .. Section(
                "Waivers", ["Requirement", "What happened"], run.Waivers.Select(waiver => new[] { waiver.Requirement, waiver.What })),
            .. Section("Latency", ["Endpoint", "Old median", "New median", "Answers"], run.Latencies.Select(Cells)),
        ];

    private static IEnumerable<string> Lines(IGrouping<ChangeKind, RequirementChange> changes) => Section(
        changes.Key.Heading(),
        ["Requirement", "Level", "Old", "New", "Why"],
        changes.Select(change => new[] { change.Requirement, change.Level, Name(change.Old), Name(change.New), change.Why }));

    private static IEnumerable<string> Section(string title, string[] columns, IEnumerable<string[]> rows)
    {
        var table = Table(columns, rows).ToList();
        return table.Count == 0 ? [] : [$"### {title}", "", .. table];
    }

    private static IEnumerable<string> Table(string[] columns, IEnumerable<string[]> rows)
    {
        var lines = rows.Select(row => Markdown.Row(row.Select(Markdown.Escape))).ToList();
        return lines.Count == 0 ? [] : [Markdown.Row(columns), $"|{string.Concat(columns.Select(_ => "---|"))}", .. lines, ""];
    }

    private static string Name(Verdict? verdict) => verdict?.Name() ?? "missing";

    private static string[] Cells(LatencyShift shift) =>
        [
            shift.Endpoint,
            Milliseconds.Of(shift.OldMedian),
            Milliseconds.Of(shift.NewMedian),
            string.Create(CultureInfo.InvariantCulture, $"{shift.OldExchanges} and {shift.NewExchanges}"),
        ];
}
