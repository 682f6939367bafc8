using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Text;
using Conformance.Schemas.Data;
using Conformance.Schemas.Validation;
using Json.Schema;

namespace Conformance.Schemas.Responses;

/// <summary>The response shapes of the contracts, as JSON Schemas; safe for use from several threads.</summary>
public sealed class ResponseSchemas
{
    /// <summary>A body may have tens of thousands of members, and each may be wrong.</summary>
    public const int MostViolations = 50;

    private const string Folder = "Responses/";
    private const string Suffix = ".schema.json";

    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.Hierarchical };

    private readonly SchemaDocuments documents;
    private readonly FrozenDictionary<string, JsonSchema> schemas;

    /// <summary>Makes a set of shapes of one's own.</summary>
    /// <param name="documents">JSON Schemas (draft 2020-12) by name, each with an absolute
    /// <c>$id</c>; they may refer to each other.</param>
    public ResponseSchemas(IEnumerable<KeyValuePair<string, JsonObject>> documents)
    {
        this.documents = new SchemaDocuments(documents);
        var build = ReadySchema.Apart();
        schemas = this.documents.ToFrozenDictionary(
            document => document.Key, document => JsonSchema.FromText(document.Value.ToJsonString(), build));
        foreach (var schema in schemas.Values)
            schema.MakeReady();
    }

    /// <summary>Those of the contracts that this suite has scenarios for.</summary>
    public static ResponseSchemas Own { get; } = Read(DataFiles.Own);

    /// <summary>Dialect and shape, such as <c>matrix/login.response</c>.</summary>
    public IReadOnlyCollection<string> Names => schemas.Keys;

    /// <summary>Reads all files named <c>Responses/&lt;contract&gt;/&lt;shape&gt;.schema.json</c>.</summary>
    public static ResponseSchemas Read(DataFiles files) => new(
        from file in files.Names
        where file.StartsWith(Folder, StringComparison.Ordinal) && file.EndsWith(Suffix, StringComparison.Ordinal)
        select KeyValuePair.Create(file[Folder.Length..^Suffix.Length], files.Read<JsonObject>(file)));

    /// <summary>Compares a body with a shape.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="instance">The body as <see cref="Bodies.JsonBody"/> reads it; null is JSON null.</param>
    /// <returns>What is wrong, in document order, and no more than <see cref="MostViolations"/> of it; empty if nothing is.</returns>
    /// <exception cref="ArgumentException">There is no such shape.</exception>
    public IReadOnlyList<SchemaViolation> Validate(string name, JsonNode? instance)
    {
        if (!schemas.TryGetValue(name, out var schema))
        {
            throw new ArgumentException(
                $"No response schema \"{name}\"; nearest: {string.Join(", ", NearestNames.Of(name, Names))}.", nameof(name));
        }
        var results = schema.Evaluate(JsonSerializer.SerializeToElement(instance), Options);
        return results.IsValid
            ? []
            : [.. new ViolationReader(documents, new DocumentOrder(instance)).Read(results, documents[name]).Take(MostViolations)];
    }
}
