using System.Text;

namespace Conformance.Reports.Text;

/// <summary>Writes foreign text into GitHub-flavoured Markdown so that it shows as it is.</summary>
public static class Markdown
{
    // '<' is among them because labels of secrets, such as <access-token#17>, would vanish as HTML.
    private const string Special = "\\`*_{}[]<>#|~&$";

    /// <summary>Text as text, also in a table cell.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in OneLine.Of(text))
        {
            if (Special.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');

            escaped.Append(character);
            // A comment says nothing, and whoever has that name is not called to a page that a server wrote.
            if (character == '@')
                escaped.Append("<!-- -->");
        }

        return escaped.ToString();
    }

    /// <summary>
    /// Text as a code span. Not for table cells, where a code span cannot hold every combination of <c>\</c> and <c>|</c>.
    /// </summary>
    public static string Code(string text)
    {
        var line = OneLine.Of(text);
        var fence = new string('`', LongestRun(line) + 1);
        // One space on each side is taken away again by the reader.
        var needsSpace = line.Length == 0 || line[0] is '`' or ' ' || line[^1] is '`' or ' ';
        return needsSpace ? $"{fence} {line} {fence}" : $"{fence}{line}{fence}";
    }

    /// <summary>A sentence of the catalogue: what it sets in backticks is code, the rest is text. Not for table cells.</summary>
    public static string Prose(string sentence)
    {
        var parts = sentence.Split('`');
        var balanced = parts.Length % 2 == 1;
        return balanced
            ? string.Concat(parts.Select((part, i) => i % 2 == 1 ? Code(part) : Escape(part)))
            : Escape(sentence);
    }

    /// <summary>One row of a table; the cells must be escaped.</summary>
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static int LongestRun(string line)
    {
        var longest = 0;
        var run = 0;
        foreach (var character in line)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
