using System.Text.RegularExpressions;
using Conformance.Record.Text;
using Conformance.Reports.Text;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Coverage;

/// <summary>How much of the contracts this suite judges, section by section, in GitHub-flavoured Markdown; for the README.</summary>
public static partial class CoverageTable
{
    /// <summary>The sentence and the table; lines end with <c>\n</c>.</summary>
    /// <param name="contracts">Each contract's name with its rows, in the order in which they are shown.</param>
    public static string Write(params IReadOnlyList<(string Contract, IReadOnlyList<Requirement> Rows)> contracts)
    {
        var all = contracts.SelectMany(contract => contract.Rows).ToList();
        IEnumerable<string> lines =
        [
            $"It judges **{Digits.Of(Judged(all))} of the {Digits.Of(all.Count)} requirements** in its catalogues; "
            + "every other row says why it is not judged.",
            "",
            "<details>",
            "<summary>Section by section</summary>",
            "",
            Markdown.Row("Section", "Rows", "Judged", "Not judged"),
            "|---|--:|--:|---|",
            .. contracts.SelectMany(contract => Lines(contract.Contract, contract.Rows)),
            "",
            "</details>",
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Lines(string contract, IReadOnlyList<Requirement> rows) =>
        [
            Line($"**{Markdown.Escape(contract)}**", rows),
            .. rows
                .GroupBy(row => row.Section, StringComparer.Ordinal)
                .Select(section => Line(Markdown.Escape(Short(section.Key)), [.. section])),
        ];

    private static string Line(string name, IReadOnlyList<Requirement> rows) =>
        Markdown.Row(name, Digits.Of(rows.Count), Digits.Of(Judged(rows)), Reasons(rows));

    private static int Judged(IReadOnlyList<Requirement> rows) => rows.Count(row => row.Coverage == Schemas.Requirements.Coverage.Covered);

    private static string Reasons(IReadOnlyList<Requirement> rows) =>
        string.Join(", ", rows
            .Select(row => row.NotTested?.Reason)
            .OfType<NotTestedReason>()
            .GroupBy(reason => reason)
            .OrderBy(reason => reason.Key)
            .Select(reason => $"{Words(reason.Key)} {Digits.Of(reason.Count())}"));

    private static string Words(NotTestedReason reason) =>
        WordStart().Replace(reason.ToString(), start => $" {start.Value}").ToLowerInvariant();

    // What stands in parentheses explains a heading, and is too long for a cell.
    private static string Short(string section) => section.Split(" (", 2)[0];

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
