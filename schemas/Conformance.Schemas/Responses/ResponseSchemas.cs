using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Conformance.Schemas.Responses;

/// <summary>The response shapes of the contracts, as JSON Schemas; safe for use from several threads.</summary>
public sealed class ResponseSchemas
{
    private readonly SchemaDocuments _documents;
    private readonly FrozenDictionary<string, JsonSchema> _schemas;
    private readonly EvaluationOptions _options = new() { OutputFormat = OutputFormat.Hierarchical };

    // JsonSchema.Net 5.4 compiles on first use and writes to its registry meanwhile; one evaluation takes well under a millisecond.
    private readonly Lock _evaluation = new();

    /// <summary>Makes a set of shapes of one's own.</summary>
    /// <param name="documents">JSON Schemas (draft 2020-12) by name, each with an absolute <c>$id</c>; they may refer to each other.</param>
    public ResponseSchemas(IEnumerable<KeyValuePair<string, JsonObject>> documents)
    {
        _documents = new SchemaDocuments(documents);
        _schemas = _documents.ToFrozenDictionary(document => document.Key, document => JsonSchema.FromText(document.Value.ToJsonString()));
        foreach (var schema in _schemas.Values)
            _options.SchemaRegistry.Register(schema);
    }

    /// <summary>The schemas that are embedded in this assembly.</summary>
    public static ResponseSchemas Default { get; } = new(EmbeddedSchemas.Read());

    /// <summary>Dialect and shape, such as <c>matrix/login.response</c>.</summary>
    public IReadOnlyCollection<string> Names => _schemas.Keys;

    /// <summary>Compares a body with a shape.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="instance">The parsed body; null is JSON null.</param>
    /// <returns>What is wrong, in document order; empty if nothing is.</returns>
    /// <exception cref="ArgumentException">There is no such shape.</exception>
    public IReadOnlyList<SchemaViolation> Validate(string name, JsonNode? instance)
    {
        if (!_schemas.TryGetValue(name, out var schema))
            throw new ArgumentException($"No response schema \"{name}\"; nearest: {NearestNames.Of(name, Names)}.", nameof(name));
        try
        {
            return Judge(schema, instance);
        }
        catch (ArgumentException) when (instance is not null)
        {
            return Judge(schema, DoubledMembers.TakeLast(instance));
        }
    }

    private IReadOnlyList<SchemaViolation> Judge(JsonSchema schema, JsonNode? instance)
    {
        EvaluationResults results;
        lock (_evaluation)
            results = schema.Evaluate(instance, _options);
        return results.IsValid ? [] : new ViolationReader(_documents, new DocumentOrder(instance)).Read(results);
    }
}
