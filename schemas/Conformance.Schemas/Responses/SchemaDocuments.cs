using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Json.Pointer;

namespace Conformance.Schemas.Responses;

/// <summary>The schema files by name, as JSON: a violation is explained with the words of the schema that it violates.</summary>
internal sealed class SchemaDocuments : IEnumerable<KeyValuePair<string, JsonObject>>
{
    private readonly Dictionary<string, JsonObject> _byName;
    private readonly Dictionary<string, JsonObject> _byId;

    public SchemaDocuments(IEnumerable<KeyValuePair<string, JsonObject>> documents)
    {
        _byName = new(documents, StringComparer.Ordinal);
        _byId = _byName.Values.ToDictionary(document => document["$id"]!.GetValue<string>(), StringComparer.Ordinal);
    }

    /// <summary>The schema at an absolute location, such as <c>https://…/device.response.schema.json#/properties/device_id</c>.</summary>
    public bool TryFind(string location, [NotNullWhen(true)] out JsonObject? schema)
    {
        schema = null;
        if (location.Split('#') is not [var id, var fragment] || !_byId.TryGetValue(id, out var document))
            return false;
        if (JsonPointer.TryParse("#" + fragment, out var pointer) && pointer!.TryEvaluate(document, out var found))
            schema = found as JsonObject;
        return schema is not null;
    }

    public IEnumerator<KeyValuePair<string, JsonObject>> GetEnumerator() => _byName.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
