using System.Text.Json;
using System.Text.Json.Nodes;

namespace Json.More;

/// <summary>The bridge between the two models of System.Text.Json.</summary>
public static class JsonElementExtensions
{
    /// <summary>The element as a node; JSON null has none.</summary>
    public static JsonNode? AsNode(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Object => JsonObject.Create(element),
        _ => JsonValue.Create(element),
    };
}
