using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Suites.Wiring;

/// <summary>Changes the strings of JSON and nothing else, so that it stays JSON.</summary>
internal static class InJson
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same document with other strings; names of members stay.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static string Replace(string json, Func<string, string> change)
    {
        var root = JsonNode.Parse(json)!;
        Change(root, change);
        return root.ToJsonString(Relaxed);
    }

    private static void Change(JsonNode? node, Func<string, string> change)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, value) in members.ToList())
                    Change(value, change);
                break;
            case JsonArray items:
                foreach (var item in items.ToList())
                    Change(item, change);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && change(text) is var other && other != text:
                value.ReplaceWith(other);
                break;
        }
    }
}
