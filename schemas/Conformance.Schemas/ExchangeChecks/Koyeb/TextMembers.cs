using System.Text.Json;

namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>
/// Bodies that every reader takes for the documented ones: objects whose members are texts. A gateway to gRPC refuses some
/// others that are JSON, such as a doubled member or half a surrogate pair.
/// </summary>
internal static class TextMembers
{
    // In place of bytes that were no UTF-8.
    private const char Replacement = '\ufffd';

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Whether a body is an object, and its members are texts, each there once.</summary>
    public static bool AreAllOf(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.EnumerateObject().All(member => IsReadable(member.Value));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <exception cref="InvalidOperationException">The text has half a surrogate pair.</exception>
    private static bool IsReadable(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && !value.GetString()!.Contains(Replacement);
}
