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
    /// <param name="utf8">The text.</param>
    /// <param name="write">Writes it as this version does.</param>
    public static T? Read<T>(ReadOnlyMemory<byte> utf8, Action<T, Stream> write)
        where T : class
    {
        try
        {
            return !HasNull(utf8.Span) && JsonSerializer.Deserialize<T>(utf8.Span, JournalFormat.Document) is { } value
                && IsWritten(value, utf8, write)
                ? value
                : null;
        }
        catch (JsonException)
        {
            // Whoever looks by the schema then says what is wrong, and where.
            return null;
        }
    }

    // Never as a whole: a record may be long.
    private static bool IsWritten<T>(T value, ReadOnlyMemory<byte> utf8, Action<T, Stream> write)
    {
        using var comparing = new ComparingStream(utf8);
        write(value, comparing);
        return comparing.IsSame;
    }

    // The writer leaves out what is null, and types do not say that a list holds none.
    private static bool HasNull(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.Null)
                return true;
        }

        return false;
    }
}
