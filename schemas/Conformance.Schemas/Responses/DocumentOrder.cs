using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Schemas.Responses;

/// <summary>Every value of a body by its JSON Pointer, and the order in which a reader meets them.</summary>
internal sealed class DocumentOrder
{
    private readonly Dictionary<string, (int Position, JsonNode? Value)> places = new(StringComparer.Ordinal);

    public DocumentOrder(JsonNode? root) => Visit(string.Empty, root);

    public JsonNode? ValueAt(string pointer) => places[pointer].Value;

    public int PositionOf(string pointer) => places[pointer].Position;

    private void Visit(string pointer, JsonNode? value)
    {
        places.Add(pointer, (places.Count, value));
        foreach (var (segment, child) in ChildrenOf(value))
            Visit($"{pointer}/{segment}", child);
    }

    private static IEnumerable<(string Segment, JsonNode? Child)> ChildrenOf(JsonNode? value) => value switch
    {
        JsonObject members => members.Select(member => (Escape(member.Key), member.Value)),
        JsonArray elements => elements.Select((element, index) => (index.ToString(CultureInfo.InvariantCulture), element)),
        _ => [],
    };

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
