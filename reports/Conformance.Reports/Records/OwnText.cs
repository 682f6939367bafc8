using System.Text;
using System.Text.Json;
using Conformance.Record.Journal;

namespace Conformance.Reports.Records;

/// <summary>
/// Reads text that is, byte for byte, what this version writes. Such a text has the form that its type describes: nothing is missing,
/// doubled, unknown or spelled otherwise. Looking through a long record by its JSON Schema takes many times as long as this.
/// </summary>
internal static class OwnText
{
    /// <summary>What the text says; null if this version would write it otherwise.</summary>
    public static T? Read<T>(string json, Func<T, string> write)
        where T : class
    {
        try
        {
            return !HasNull(json) && JsonSerializer.Deserialize<T>(json, JournalFormat.Document) is { } value && write(value) == json
                ? value
                : null;
        }
        catch (JsonException)
        {
            // Whoever looks by the schema then says what is wrong, and where.
            return null;
        }
    }

    // The writer leaves out what is null, and types do not say that a list holds none.
    private static bool HasNull(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.Null)
                return true;
        }

        return false;
    }
}
