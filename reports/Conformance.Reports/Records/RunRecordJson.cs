using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Journal;
using Conformance.Record.Runs;

namespace Conformance.Reports.Records;

/// <summary>The run record as the file <c>run.json</c>.</summary>
public static class RunRecordJson
{
    /// <summary>The form that this version writes, and the only one that it reads.</summary>
    public const int FormatVersion = 1;

    // Of two members with one name, a reader may see either: such a file has no single meaning.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The text of the file.</summary>
    public static string Write(RunRecord record) => JsonSerializer.Serialize(record, JournalFormat.Document) + "\n";

    /// <summary>Reads the text of a file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="UnreadableRecordException">
    /// Not JSON, of another format version, or not of the form; the message names the place.
    /// </exception>
    public static RunRecord Read(string json, string name)
    {
        try
        {
            var node = JsonNode.Parse(json, documentOptions: Strict);
            RefuseOtherVersions(node, name);
            RunRecordSchema.Refuse(node, name);
            return node.Deserialize<RunRecord>(JournalFormat.Document)!;
        }
        catch (JsonException e)
        {
            throw new UnreadableRecordException($"{name} is no run record: {e.Message}", e);
        }
    }

    private static void RefuseOtherVersions(JsonNode? node, string name)
    {
        if (node is not JsonObject record || record["formatVersion"] is not { } version)
            throw new UnreadableRecordException($"{name} is no run record: it has no formatVersion; name the run.json of a run");

        if (!JsonNode.DeepEquals(version, FormatVersion))
            throw new UnreadableRecordException(
                $"{name} has formatVersion {version.ToJsonString()}, and this tool reads {FormatVersion}: "
                + "use the tool of the suite that wrote it");
    }
}
