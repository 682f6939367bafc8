using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Schemas.Responses;

/// <summary>
/// Bodies that name a member twice: JsonObject throws when such an object is first looked into. RFC 8259 leaves their meaning
/// open and the contracts are silent, so they are read as most clients do: the last one wins.
/// </summary>
internal static class DoubledMembers
{
    public static JsonNode? TakeLast(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return Copy(document.RootElement);
    }

    private static JsonNode? Copy(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => CopyMembers(element),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Copy)]),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element.Clone()),
    };

    private static JsonObject CopyMembers(JsonElement element)
    {
        var copy = new JsonObject();
        foreach (var member in element.EnumerateObject())
            copy[member.Name] = Copy(member.Value);
        return copy;
    }
}
