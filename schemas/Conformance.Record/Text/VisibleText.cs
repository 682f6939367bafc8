using System.Buffers;
using System.Globalization;
using System.Text;

namespace Conformance.Record.Text;

/// <summary>
/// Shows text that a server may have chosen as it is: what nobody sees, and what steers a terminal, hides words or turns the direction of
/// reading, becomes an escape such as <c>\u202e</c>.
/// </summary>
public static class VisibleText
{
    /// <summary>The text; its line feeds and tabs stay what they are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">After so many characters it is cut off.</param>
    public static string Of(string text, int longest = int.MaxValue)
    {
        // Most text is such, and reports of large runs have much of it.
        if (text.Length <= longest && text.All(character => character is '\n' or '\t' or (>= ' ' and <= '~')))
            return text;

        var shown = new StringBuilder();
        for (int i = 0, length; i < text.Length; i += length)
        {
            if (shown.Length >= longest)
                return shown.Append('…').ToString();

            var isWhole = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out length) is OperationStatus.Done;
            if (isWhole && IsVisible(rune))
                shown.Append(text, i, length);
            else
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(isWhole ? rune.Value : text[i]):x4}");
        }

        return shown.ToString();
    }

    /// <summary>Whether a character shows, and does nothing else.</summary>
    public static bool IsVisible(Rune rune) => rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
