using System.Text.RegularExpressions;

namespace Conformance.SelfTests.Suites.Matrix;

/// <summary>Reads tables of Markdown files, and the names of tests in their first column.</summary>
internal static partial class MarkdownTable
{
    /// <summary>The lines of the first table under a heading, without its head.</summary>
    public static IEnumerable<string> Rows(string markdown, string heading) =>
        markdown.Split('\n')
            .SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal))
            .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith('|'));

    /// <summary>The cells of a line.</summary>
    public static string[] Cells(string line) => [.. line.Trim('|', ' ').Split('|').Select(cell => cell.Trim())];

    /// <summary>
    /// The tests that first cells name: several between semicolons, without remarks in parentheses, with what an ellipsis at
    /// the beginning stands for.
    /// </summary>
    public static IEnumerable<string> Tests(IEnumerable<string> firstCells)
    {
        var group = "";
        foreach (var name in firstCells.SelectMany(cell => cell.Split(';')).Select(name => Remark().Replace(name, "").Trim()))
        {
            if (Ellipsis().Match(name) is { Success: true } ellipsis)
            {
                yield return $"{group} / {name[ellipsis.Length..]}";
                continue;
            }

            group = name.Split(" / ")[0];
            yield return name;
        }
    }

    [GeneratedRegex(" \\([^)]*\\)")]
    private static partial Regex Remark();

    [GeneratedRegex("^…( / | )?")]
    private static partial Regex Ellipsis();
}
