using System.Globalization;
using System.Text;

namespace Conformance.Reports.Text;

/// <summary>
/// Makes text that a server may have chosen safe to show on one line: no line breaks, and no control or formatting
/// characters, which could rewrite a terminal or reverse the reading direction of a report.
/// </summary>
public static class OneLine
{
    /// <summary>The most characters that are shown, unless told otherwise.</summary>
    public const int LongestShown = 500;

    /// <summary>The text on one line, cut off after <paramref name="longest"/> characters.</summary>
    public static string Of(string text, int longest = LongestShown)
    {
        // Most text is such, and reports of large runs have much of it.
        if (text.Length <= longest && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;

        var shown = new StringBuilder();
        foreach (var rune in text.ReplaceLineEndings(" ").EnumerateRunes())
        {
            if (shown.Length >= longest)
                return shown.Append('…').ToString();

            Append(shown, rune);
        }

        return shown.ToString();
    }

    private static void Append(StringBuilder shown, Rune rune)
    {
        if (rune.Value == '\t')
            shown.Append(' ');
        else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
            shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        else
            shown.Append(rune.ToString());
    }
}
