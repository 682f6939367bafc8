using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conformance.Schemas.Bodies;

/// <summary>
/// A body as most clients read it: of doubled members the last one counts, half a surrogate pair is a replacement character.
/// RFC 8259 leaves both open and the contracts are silent, so neither is held against a server here.
/// </summary>
/// <param name="IsJson">Whether the text is JSON at all.</param>
/// <param name="Root">Its value; null is JSON null, or no JSON.</param>
public sealed partial record JsonBody(bool IsJson, JsonNode? Root)
{
    // No shape of the contracts is ten levels deep. What lies deeper than this is read as empty, so that no body, however
    // deep, exhausts the stack, the writers that put its parts into words, or (as JsonDocument does) time.
    private const int Deepest = 32;

    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    private static readonly JsonBody NotJson = new(IsJson: false, Root: null);

    /// <summary>Reads a body; never throws.</summary>
    public static JsonBody Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return NotJson;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(ReplaceHalfPairs(text)), AnyDepth);
            reader.Read();
            var root = Value(ref reader, Deepest);
            return reader.Read() ? NotJson : new JsonBody(IsJson: true, root);
        }
        catch (JsonException)
        {
            return NotJson;
        }
    }

    private static JsonNode? Value(ref Utf8JsonReader reader, int levels)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when levels == 0:
                JsonNode empty = reader.TokenType == JsonTokenType.StartObject ? new JsonObject() : new JsonArray();
                reader.Skip();
                return empty;
            case JsonTokenType.StartObject:
                return Members(ref reader, levels - 1);
            case JsonTokenType.StartArray:
                return Items(ref reader, levels - 1);
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return JsonValue.Create(reader.GetString());
            case JsonTokenType.True or JsonTokenType.False:
                return JsonValue.Create(reader.GetBoolean());
            default:
                // How a number is spelled is evidence: 1.0 is no integer to typed clients.
                return JsonValue.Create(JsonElement.ParseValue(ref reader));
        }
    }

    private static JsonObject Members(ref Utf8JsonReader reader, int levels)
    {
        var members = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            members[name] = Value(ref reader, levels);
        }

        return members;
    }

    private static JsonArray Items(ref Utf8JsonReader reader, int levels)
    {
        var items = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref reader, levels));
        return items;
    }

    private static string ReplaceHalfPairs(string text) => !text.Contains("\\ud", StringComparison.OrdinalIgnoreCase)
        ? text
        : Escape().Replace(text, escape => escape.Groups["half"].Success ? "\\ufffd" : escape.Value);

    // Whole pairs and all other escapes are matched too, so that what follows them is not taken for the beginning of one.
    [GeneratedRegex(
        @"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
        RegexOptions.Singleline)]
    private static partial Regex Escape();
}
