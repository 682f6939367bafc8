using System.Text.Json.Nodes;

namespace Conformance.Schemas.ExchangeChecks;

/// <summary>A value of a JSON document and where it stands.</summary>
internal sealed record JsonPlace(string Pointer, string Name, JsonNode? Value);

/// <summary>Visits every member and item of a JSON document.</summary>
internal static class JsonWalk
{
    public static IEnumerable<JsonPlace> Places(JsonNode? node, string pointer = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Place($"{pointer}/{Escape(member.Key)}", member.Key, member.Value)),
        JsonArray items => items.SelectMany((item, index) => Place($"{pointer}/{index}", "", item)),
        _ => [],
    };

    private static IEnumerable<JsonPlace> Place(string pointer, string name, JsonNode? value) =>
        Places(value, pointer).Prepend(new JsonPlace(pointer, name, value));

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
