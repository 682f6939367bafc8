using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Record.Secrets;

namespace Conformance.Reports.Formats.Certificate.Curl;

/// <summary>Quotes text as one word of a bash command, in which the labels of secrets become variables.</summary>
internal static class BashWord
{
    /// <summary>The word: exactly this text to the program, whatever it holds but NUL, which no argument can.</summary>
    public static string Of(string text)
    {
        var word = new StringBuilder();
        var end = 0;
        foreach (Match label in SecretLabel.InText.Matches(text))
        {
            Append(word, text[end..label.Index]);
            word.Append('"').Append('$').Append(Variable(label)).Append('"');
            end = label.Index + label.Length;
        }

        Append(word, text[end..]);
        return word.Length == 0 ? "''" : word.ToString();
    }

    private static string Variable(Match label) =>
        $"{label.Groups["kind"].Value.Replace('-', '_').ToUpperInvariant()}_{label.Groups["number"].Value}";

    private static void Append(StringBuilder word, string text)
    {
        if (text.Length == 0)
            return;

        // In $'…' a reader sees what would otherwise be invisible, or rewrite the terminal into which it is pasted.
        if (text.EnumerateRunes().All(IsPlain))
            word.Append('\'').Append(text.Replace("'", "'\\''", StringComparison.Ordinal)).Append('\'');
        else
            word.Append("$'").AppendJoin("", text.EnumerateRunes().Select(Escaped)).Append('\'');
    }

    private static bool IsPlain(Rune rune) => rune.Value is >= ' ' and <= '~'
        || (rune.Value > 0x9f && (Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune) || Rune.IsPunctuation(rune)));

    private static string Escaped(Rune rune) => rune.Value switch
    {
        '\'' => "\\'",
        '\\' => "\\\\",
        '\n' => "\\n",
        _ when IsPlain(rune) => rune.ToString(),
        // Octal has a fixed length, so that no digit that follows can belong to it.
        _ => string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(octet => $"\\{Octal(octet)}")),
    };

    private static string Octal(byte octet) => Convert.ToString(octet, 8).PadLeft(3, '0').ToString(CultureInfo.InvariantCulture);
}
