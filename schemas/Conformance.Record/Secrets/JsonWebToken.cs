using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Conformance.Record.Secrets;

/// <summary>Reads what a JSON Web Token (RFC 7519) says of itself; nothing is verified.</summary>
internal static class JsonWebToken
{
    // What the beginning of a JSON object is in base64url, white space before it included, which base64url itself passes over, too.
    // Answers are full of texts with two dots, such as versions, and most need not be decoded to be seen not to be tokens.
    private static readonly SearchValues<char> FirstOfObject = SearchValues.Create("eICD");

    /// <summary>Whether a value is written as a signed token: header and payload are JSON objects.</summary>
    public static bool IsOne(string value) => Payload(value) is not null;

    /// <summary>The expiry, to the second; null if the value is no token or names none.</summary>
    public static DateTimeOffset? ExpiryOf(string value) =>
        Payload(value) is { } payload
        && payload.TryGetProperty("exp", out var claim)
        && claim.ValueKind is JsonValueKind.Number
        && claim.TryGetDouble(out var seconds)
        && seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

    private static JsonElement? Payload(string value)
    {
        var text = value.AsSpan();
        var first = text.IndexOf('.');
        var last = text.LastIndexOf('.');
        return first < last && !text[(first + 1)..last].Contains('.') && ObjectIn(text[..first]) is not null
            ? ObjectIn(text[(first + 1)..last])
            : null;
    }

    private static JsonElement? ObjectIn(ReadOnlySpan<char> part)
    {
        if (part.TrimStart(" \t\r\n").IndexOfAny(FirstOfObject) != 0 || !Base64Url.IsValid(part))
            return null;
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
            return json.RootElement.ValueKind is JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
