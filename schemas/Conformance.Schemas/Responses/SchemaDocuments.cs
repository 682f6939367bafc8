using System.Collections;
using System.Text.Json.Nodes;
using Conformance.Schemas.Bodies;

namespace Conformance.Schemas.Responses;

/// <summary>The schema files by name, as JSON: a violation is explained with the words of the schema that it violates.</summary>
internal sealed class SchemaDocuments : IEnumerable<KeyValuePair<string, JsonObject>>
{
    private readonly Dictionary<string, JsonObject> byName;
    private readonly Dictionary<string, JsonObject> byId;

    public SchemaDocuments(IEnumerable<KeyValuePair<string, JsonObject>> documents)
    {
        byName = new(documents, StringComparer.Ordinal);
        byId = byName.Values.ToDictionary(IdOf, StringComparer.Ordinal);
    }

    /// <summary>The schema of a name.</summary>
    public JsonObject this[string name] => byName[name];

    /// <summary>The schema that some steps of an evaluation lead to, from another one.</summary>
    /// <param name="schema">Where they begin.</param>
    /// <param name="path">The steps, such as <c>/properties/device/$ref/properties/device_id</c>.</param>
    public JsonNode? Follow(JsonNode? schema, string path) => path.Split('/').Skip(1).Aggregate(schema, Step);

    public IEnumerator<KeyValuePair<string, JsonObject>> GetEnumerator() => byName.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string IdOf(JsonNode document) => document["$id"]!.GetValue<string>();

    private JsonNode? Step(JsonNode? schema, string segment) =>
        segment == "$ref" ? Find(new Uri(new Uri(IdOf(schema!.Root)), schema["$ref"]!.GetValue<string>())) : schema.At($"/{segment}");

    private JsonNode? Find(Uri location) =>
        byId[location.GetLeftPart(UriPartial.Query)].At(Uri.UnescapeDataString(location.Fragment.TrimStart('#')));
}
