using System.Buffers.Text;
using System.Text.Json;

namespace Conformance.Record.Secrets;

/// <summary>Reads what a JSON Web Token (RFC 7519) says of itself; nothing is verified.</summary>
internal static class JsonWebToken
{
    /// <summary>Whether a value is written as a signed token: header and payload are JSON objects.</summary>
    public static bool IsOne(string value) => value.Split('.') is [var header, var payload, _] && Decode(header) is not null && Decode(payload) is not null;

    /// <summary>The expiry, to the second; null if the value is no token or names none.</summary>
    public static DateTimeOffset? ExpiryOf(string value) =>
        IsOne(value)
        && Decode(value.Split('.')[1])!.Value.TryGetProperty("exp", out var claim)
        && claim.ValueKind is JsonValueKind.Number
        && claim.TryGetDouble(out var seconds)
        && seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

    private static JsonElement? Decode(string part)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
            return json.RootElement.ValueKind is JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
