using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Record.Secrets;

/// <summary>The shapes in which a secret could slip into a text.</summary>
/// <remarks>
/// Found: the value as it is, in capitals, in small letters, backwards, and in UTF-8 that was read as Latin-1; percent-encoded, escaped
/// for JSON, and escaped for XML and HTML, each as far as there is need and throughout; percent-encoded twice, as far as there is need, and
/// escaped for JSON twice; in hexadecimal digits; in base64 and base64url, whatever stands before it. Not found: any other form within
/// another; escapes here and there without need; the value in pieces, compressed, or encrypted. Of values of more than 200 characters, the
/// first 200 are found where they are escaped throughout.
/// </remarks>
internal static partial class SecretForms
{
    private const int LongestThroughout = 200;

    private static readonly Func<string, string>[] Ways =
    [
        value => value,
        value => value.ToUpperInvariant(),
        value => value.ToLowerInvariant(),
        Backwards,
        // As headers are read, whatever they are written in.
        value => Encoding.Latin1.GetString(Bytes(value)),
        Uri.EscapeDataString,
        // The digits of an escape are capitals or, as some write them, small letters; a form writes a blank as a plus sign.
        value => Escape().Replace(Uri.EscapeDataString(value), escape => escape.Value.ToLowerInvariant()),
        value => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal),
        // As a URL within a URL.
        value => Uri.EscapeDataString(value).Replace("%", "%25", StringComparison.Ordinal),
        AsJson,
        value => InJson(AsJson(value)),
        AsRelaxedJson,
        value => InJson(AsRelaxedJson(value)),
        value => WebUtility.HtmlEncode(value),
        HtmlEncoder.Default.Encode,
        AsXmlText,
        value => Convert.ToHexStringLower(Bytes(value)),
        value => Convert.ToHexString(Bytes(value)),
        AsBase64,
        value => ForUrl(AsBase64(value)),
        // Where other bytes stand before it, as the user does in Basic authentication, its letters are shifted in one of three ways.
        value => Middle(value, 0),
        value => ForUrl(Middle(value, 0)),
        value => Middle(value, 1),
        value => ForUrl(Middle(value, 1)),
        value => Middle(value, 2),
        value => ForUrl(Middle(value, 2)),
        value => Joined(Bytes(Begun(value)), octet => $"%{octet:X2}"),
        value => Joined(Bytes(Begun(value)), octet => $"%{octet:x2}"),
        value => Joined(Begun(value), unit => $"\\u{(int)unit:X4}"),
        value => InJson(Joined(Begun(value), unit => $"\\u{(int)unit:X4}")),
        value => Joined(Begun(value), unit => $"\\u{(int)unit:x4}"),
        value => InJson(Joined(Begun(value), unit => $"\\u{(int)unit:x4}")),
        value => Joined(Begun(value).EnumerateRunes(), rune => string.Create(CultureInfo.InvariantCulture, $"&#{rune.Value};")),
        value => Joined(Begun(value).EnumerateRunes(), rune => $"&#x{rune.Value:X};"),
        value => Joined(Begun(value).EnumerateRunes(), rune => $"&#x{rune.Value:x};"),
    ];

    /// <summary>How the forms of a value begin, with the numbers of their ways of writing; without those that are shorter.</summary>
    /// <param name="value">The value.</param>
    /// <param name="length">How many characters of each are asked for.</param>
    public static IEnumerable<(int Way, string Beginning)> Beginnings(string value, int length)
    {
        // Each character of a form says at most one of the value. Twice as many are more than enough.
        var (first, last) = value.Length <= 2 * length ? (value, value) : (value[..(2 * length)], value[^(2 * length)..]);
        return Ways.Select(write => write(write == Backwards ? last : first))
            .Index()
            .Where(form => form.Item.Length >= length)
            .Select(form => (form.Index, form.Item[..length]));
    }

    /// <summary>A form of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="way">The number of the way in which it is written.</param>
    public static string Write(string value, int way) => Ways[way](value);

    private static string Backwards(string value)
    {
        var letters = value.ToCharArray();
        letters.AsSpan().Reverse();
        return new string(letters);
    }

    private static byte[] Bytes(string value) => Encoding.UTF8.GetBytes(value);

    // Escapes throughout are several times as long as what they escape.
    private static string Begun(string value) => value.Length <= LongestThroughout ? value : value[..LongestThroughout];

    // In bytes, since a half of a surrogate pair is no text to it, and may be at the end of a token that was cut.
    private static string AsJson(string value) => JsonEncodedText.Encode(Bytes(value)).ToString();

    private static string AsRelaxedJson(string value) =>
        JsonEncodedText.Encode(Bytes(value), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    // As in a string of JSON that is no JSON itself, such as one that was cut off.
    private static string InJson(string escaped) => escaped.Replace("\\", @"\\", StringComparison.Ordinal);

    private static string Joined<T>(IEnumerable<T> parts, Func<T, string> escape) => string.Concat(parts.Select(escape));

    private static string AsXmlText(string value) =>
        value
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string AsBase64(string value) => Convert.ToBase64String(Bytes(value)).TrimEnd('=');

    private static string ForUrl(string base64) => base64.Replace('+', '-').Replace('/', '_');

    /// <summary>The letters that hold bits of the value alone.</summary>
    private static string Middle(string value, int before)
    {
        byte[] bytes = [.. new byte[before], .. Bytes(value)];
        var text = Convert.ToBase64String(bytes).TrimEnd('=');
        var first = before == 0 ? 0 : before + 1;
        var last = bytes.Length % 3 == 0 ? text.Length : text.Length - 1;
        return first < last ? text[first..last] : "";
    }

    [GeneratedRegex("%[0-9A-F]{2}")]
    private static partial Regex Escape();
}
