using System.Text.Json;
using System.Text.Json.Nodes;

namespace Json.More;

/// <summary>Equality of JSON values as JSON Schema defines it: numbers by value (1 is 1.0), objects without order.</summary>
public sealed class JsonNodeEqualityComparer : IEqualityComparer<JsonNode?>
{
    private JsonNodeEqualityComparer()
    {
    }

    /// <summary>The only instance; it holds no state.</summary>
    public static JsonNodeEqualityComparer Instance { get; } = new();

    public bool Equals(JsonNode? x, JsonNode? y) => (x, y) switch
    {
        (null, null) => true,
        (JsonObject a, JsonObject b) => SameMembers(a, b),
        (JsonArray a, JsonArray b) => a.SequenceEqual(b, this),
        (JsonValue a, JsonValue b) => SameValue(a, b),
        _ => false,
    };

    public int GetHashCode(JsonNode? obj) => obj switch
    {
        JsonObject members => members.Aggregate(members.Count, (hash, member) => hash ^ HashCode.Combine(member.Key, GetHashCode(member.Value))),
        JsonArray elements => elements.Aggregate(elements.Count, (hash, element) => HashCode.Combine(hash, GetHashCode(element))),
        JsonValue value => Comparable(value).GetHashCode(),
        _ => 0,
    };

    private static bool SameValue(JsonValue a, JsonValue b) =>
        a.GetValueKind() == b.GetValueKind() && Comparable(a).Equals(Comparable(b));

    private bool SameMembers(JsonObject a, JsonObject b) =>
        a.Count == b.Count && a.All(member => b.TryGetPropertyValue(member.Key, out var other) && Equals(member.Value, other));

    private static object Comparable(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => ComparableNumber(value.ToJsonString()),
        JsonValueKind.String => value.GetValue<string>(),
        var literal => literal,
    };

    // A number that decimal cannot hold is compared by its text: 1e400 is 1e400, but is not recognised as 10e399.
    private static object ComparableNumber(string text) =>
        JsonNodeExtensions.TryParseDecimal(text, out var number) ? number : text;
}
