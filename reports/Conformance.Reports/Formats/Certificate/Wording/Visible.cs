using System.Globalization;
using System.Text;
using Conformance.Record.Text;

namespace Conformance.Reports.Formats.Certificate.Wording;

/// <summary>
/// Makes text that a server may have chosen show as it is: control and formatting characters, which could reverse the reading
/// direction or hide words, become escapes such as <c>\u202e</c>. Encoding for HTML is the renderer's task.
/// </summary>
public static class Visible
{
    /// <summary>The most bytes of a body that are shown.</summary>
    public const int LongestBody = 4096;

    private const int LongestLine = 2000;

    /// <summary>Text on one line, cut off where nobody reads on.</summary>
    public static string Line(string text) => Excerpt.Of(Text(text.ReplaceLineEndings(" ")).Replace('\t', ' '), LongestLine);

    /// <summary>Text of several lines.</summary>
    public static string Text(string text) => VisibleText.Of(text);

    /// <summary>A body: its first bytes, and how many there are if that is not all.</summary>
    public static string Body(string body)
    {
        var size = Encoding.UTF8.GetByteCount(body);
        return size <= LongestBody
            ? Text(body)
            : string.Create(CultureInfo.InvariantCulture, $"{Text(Beginning(body))}\n… cut off here: {size} bytes are in run.json");
    }

    private static string Beginning(string body)
    {
        var bytes = 0;
        var characters = 0;
        foreach (var rune in body.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestBody)
                break;

            characters += rune.Utf16SequenceLength;
        }

        return body[..characters];
    }
}
