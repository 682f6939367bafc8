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

    public static IEnumerable<string> Of(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var hexadecimal = Convert.ToHexStringLower(bytes);
        string[] forms =
        [
            value,
            value.ToUpperInvariant(),
            value.ToLowerInvariant(),
            Backwards(value),
            // As headers are read, whatever they are written in.
            Encoding.Latin1.GetString(bytes),
            .. PercentEncoded(value),
            .. AsJson(JsonEncodedText.Encode(value).ToString()),
            .. AsJson(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()),
            WebUtility.HtmlEncode(value),
            HtmlEncoder.Default.Encode(value),
            AsXmlText(value),
            hexadecimal,
            hexadecimal.ToUpperInvariant(),
            .. InBase64(bytes),
            .. EscapedThroughout(value.Length <= LongestThroughout ? value : value[..LongestThroughout]),
        ];
        return forms.Distinct(StringComparer.Ordinal);
    }

    private static string Backwards(string value)
    {
        var letters = value.ToCharArray();
        letters.AsSpan().Reverse();
        return new string(letters);
    }

    // The digits of an escape are capitals or, as some write them, small letters; a form writes a blank as a plus sign.
    private static IEnumerable<string> PercentEncoded(string value)
    {
        var encoded = Uri.EscapeDataString(value);
        return
        [
            encoded,
            Escape().Replace(encoded, escape => escape.Value.ToLowerInvariant()),
            encoded.Replace("%20", "+", StringComparison.Ordinal),
            // As a URL within a URL.
            encoded.Replace("%", "%25", StringComparison.Ordinal),
        ];
    }

    private static IEnumerable<string> EscapedThroughout(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return
        [
            Joined(bytes, octet => $"%{octet:X2}"),
            Joined(bytes, octet => $"%{octet:x2}"),
            .. AsJson(Joined(value, unit => $"\\u{(int)unit:X4}")),
            .. AsJson(Joined(value, unit => $"\\u{(int)unit:x4}")),
            Joined(value.EnumerateRunes(), rune => string.Create(CultureInfo.InvariantCulture, $"&#{rune.Value};")),
            Joined(value.EnumerateRunes(), rune => $"&#x{rune.Value:X};"),
            Joined(value.EnumerateRunes(), rune => $"&#x{rune.Value:x};"),
        ];
    }

    // As it is, and as a string of JSON that is no JSON itself, such as one that was cut off.
    private static IEnumerable<string> AsJson(string escaped) => [escaped, escaped.Replace("\\", @"\\", StringComparison.Ordinal)];

    private static string Joined<T>(IEnumerable<T> parts, Func<T, string> escape) => string.Concat(parts.Select(escape));

    private static string AsXmlText(string value) =>
        value
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    // Where other bytes stand before it, as the user does in Basic authentication, its letters are shifted in one of three ways.
    private static IEnumerable<string> InBase64(byte[] value) =>
        Enumerable.Range(0, 3)
            .Select(before => Middle(value, before))
            .Prepend(Convert.ToBase64String(value).TrimEnd('='))
            .SelectMany(form => new[] { form, form.Replace('+', '-').Replace('/', '_') });

    /// <summary>The letters that hold bits of the value alone.</summary>
    private static string Middle(byte[] value, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. value]).TrimEnd('=');
        var first = before == 0 ? 0 : before + 1;
        var last = (before + value.Length) % 3 == 0 ? text.Length : text.Length - 1;
        return first < last ? text[first..last] : "";
    }

    [GeneratedRegex("%[0-9A-F]{2}")]
    private static partial Regex Escape();
}
