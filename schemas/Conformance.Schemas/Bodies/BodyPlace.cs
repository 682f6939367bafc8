using System.Text.Json.Nodes;

namespace Conformance.Schemas.Bodies;

/// <summary>Reads places of a body by JSON Pointer (RFC 6901).</summary>
public static class BodyPlace
{
    /// <summary>The value at a JSON Pointer; null if there is none, or if it is JSON null.</summary>
    public static JsonNode? At(this JsonNode? root, string pointer) => pointer.Split('/').Skip(1).Aggregate(root, Step);

    /// <summary>The string at a JSON Pointer; null if there is none.</summary>
    public static string? TextAt(this JsonNode? root, string pointer) =>
        root.At(pointer) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonNode? Step(JsonNode? node, string segment)
    {
        var name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return node switch
        {
            JsonObject members => members[name],
            JsonArray items when int.TryParse(name, out var index) && index >= 0 && index < items.Count => items[index],
            _ => null,
        };
    }
}
