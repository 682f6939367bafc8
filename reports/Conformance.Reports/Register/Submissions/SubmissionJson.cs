using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Journal;
using Conformance.Reports.Text;
using Conformance.Schemas.Validation;
using Json.Schema;

namespace Conformance.Reports.Register.Submissions;

/// <summary>Reads <c>submission.json</c>, strictly: all that is wrong is told, each with the key and what would be accepted.</summary>
public static class SubmissionJson
{
    private const string SchemaFile = "submission.schema.json";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly EvaluationOptions EveryPlace = new() { OutputFormat = OutputFormat.List };

    private static readonly Lazy<string> SchemaText = new(ReadSchema);

    private static readonly Lazy<JsonSchema> Schema = new(() => ReadySchema.Of(SchemaText.Value));

    /// <summary>The submission, or what is wrong with it.</summary>
    /// <param name="utf8">What stands in the file.</param>
    public static (Submission? Submission, IReadOnlyList<string> Problems) Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var node = JsonNode.Parse(utf8, documentOptions: Strict);
            if (node is not JsonObject submission)
                return (null, ["is no JSON object"]);

            var problems = Problems(submission);
            // Editors find the schema by it; it says nothing of the implementation.
            submission.Remove("$schema");
            return problems.Count == 0 ? (submission.Deserialize<Submission>(JournalFormat.Document), []) : (null, problems);
        }
        catch (JsonException e)
        {
            return (null, [$"is no JSON: {OneLine.Of(e.Message)}"]);
        }
    }

    private static List<string> Problems(JsonObject submission)
    {
        var form = JsonNode.Parse(SchemaText.Value)!;
        var properties = form["properties"]!.AsObject();
        var results = Schema.Value.Evaluate(JsonSerializer.SerializeToElement(submission), EveryPlace);
        var broken = (results.Details ?? [])
            .Where(detail => detail.Errors is { Count: > 0 })
            .Select(detail => detail.InstanceLocation.ToString().TrimStart('/').Split('/')[0])
            .Where(key => properties.ContainsKey(key))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. form["required"]!.AsArray().Select(key => $"{key}").Where(key => !submission.ContainsKey(key)).Select(
                key => $"{key} is missing: {Accepted(key)}"),
            .. properties.Select(property => property.Key).Where(broken.Contains).Select(
                key => $"{key} is {OneLine.Of(submission[key]?.ToJsonString() ?? "null", 100)}: {Accepted(key)}"),
            .. submission.Select(member => member.Key).Where(key => !properties.ContainsKey(key)).Select(
                key => $"{OneLine.Of(key)} is unknown: remove it; known are {string.Join(", ", properties.Select(known => known.Key))}"),
        ];

        string Accepted(string key) => $"{properties[key]!["description"]}";
    }

    private static string ReadSchema()
    {
        using var stream = typeof(SubmissionJson).Assembly.GetManifestResourceStream(SchemaFile)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
