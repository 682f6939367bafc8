using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>YAML as JSON, in which every scalar is a text.</summary>
internal static class Yaml
{
    public static JsonNode Parse(string text) => Node(new DeserializerBuilder().Build().Deserialize<object>(text))!;

    /// <summary>The members of an object, if there is one, as texts.</summary>
    public static IEnumerable<(string Name, string Value)> Texts(JsonNode? node) =>
        (node as JsonObject ?? []).Select(member => (member.Key, member.Value!.GetValue<string>()));

    private static JsonNode? Node(object? value) => value switch
    {
        IDictionary<object, object> members => new JsonObject(
            members.Select(member => KeyValuePair.Create((string)member.Key, Node(member.Value)))),
        IEnumerable<object> items => new JsonArray([.. items.Select(Node)]),
        _ => JsonValue.Create((string?)value),
    };
}
