using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Record.Secrets;

/// <summary>The shapes in which a secret could slip into a text.</summary>
internal static class SecretForms
{
    public static IEnumerable<string> Of(string value)
    {
        string[] forms =
        [
            value,
            Uri.EscapeDataString(value),
            JsonEncodedText.Encode(value).ToString(),
            JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            WebUtility.HtmlEncode(value),
            HtmlEncoder.Default.Encode(value),
            AsXmlText(value),
            .. InBase64(Encoding.UTF8.GetBytes(value)),
        ];
        return forms.Distinct(StringComparer.Ordinal);
    }

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
}
