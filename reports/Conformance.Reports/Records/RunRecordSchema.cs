using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Journal;
using Conformance.Reports.Text;
using Conformance.Schemas.Validation;
using Json.Schema;

namespace Conformance.Reports.Records;

/// <summary>The schema of the run record, <c>run-record.schema.json</c>.</summary>
internal static class RunRecordSchema
{
    private static readonly EvaluationOptions EveryPlace = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private static readonly Lazy<JsonSchema> Schema = new(Load);

    /// <summary>Does nothing if the record has the form of a run record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="place">JSON Pointer to the record within the file.</param>
    /// <exception cref="UnreadableRecordException">It has not; the message names the first place.</exception>
    public static void Refuse(JsonNode? record, string name, string place)
    {
        var results = Schema.Value.Evaluate(JsonSerializer.SerializeToElement(record, JournalFormat.Document), EveryPlace);
        if (!results.IsValid)
            throw new UnreadableRecordException($"{name} is no run record: {OneLine.Of(FirstError(results, place))}");
    }

    private static string FirstError(EvaluationResults results, string record)
    {
        var first = results.Details!.First(detail => detail.Errors is not null);
        var (keyword, error) = first.Errors!.First();
        var place = $"{record}{first.InstanceLocation}";
        return $"at {(place.Length == 0 ? "the root" : place)}: {error} ({keyword})";
    }

    private static JsonSchema Load()
    {
        using var stream = typeof(RunRecordSchema).Assembly.GetManifestResourceStream("run-record.schema.json")!;
        using var reader = new StreamReader(stream);
        return ReadySchema.Of(reader.ReadToEnd());
    }
}
