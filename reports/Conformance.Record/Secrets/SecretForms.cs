using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Record.Secrets;

/// <summary>The shapes in which a secret could slip into a text.</summary>
internal static class SecretForms
{
    public static IEnumerable<string> Of(string value) => new[]
    {
        value,
        Uri.EscapeDataString(value),
        JsonEncodedText.Encode(value).ToString(),
        JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('='),
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(value)),
    }.Distinct(StringComparer.Ordinal);
}
