using System.Text.Json;
using Json.Schema;

namespace Conformance.Schemas.Validation;

/// <summary>Makes schemas that several threads may evaluate at once.</summary>
/// <remarks>
/// The registry of JsonSchema.Net 8.0.5 that all schemas of a process share is a dictionary without a lock: a schema built there
/// while another one is built may not find its own parts.
/// </remarks>
public static class ReadySchema
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    /// <summary>Builds a schema of draft 2020-12 that refers to no other.</summary>
    /// <param name="text">Its JSON.</param>
    public static JsonSchema Of(string text)
    {
        var schema = JsonSchema.FromText(text, Apart());
        schema.MakeReady();
        return schema;
    }

    /// <summary>Where schemas that may refer to each other are built, apart from all others of the process.</summary>
    public static BuildOptions Apart() => new() { SchemaRegistry = new SchemaRegistry(), Dialect = Dialect.Draft202012 };

    /// <summary>
    /// Evaluates a schema once: JsonSchema.Net 8.0.5 finds what a schema refers to when it is first
    /// evaluated, and writes that down without a lock.
    /// </summary>
    public static void MakeReady(this JsonSchema schema) => schema.Evaluate(Null);
}
