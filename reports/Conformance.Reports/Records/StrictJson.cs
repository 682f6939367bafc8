using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Journal;

namespace Conformance.Reports.Records;

/// <summary>Reads the JSON of records; what is no record is refused in one sentence.</summary>
internal static class StrictJson
{
    // Of two members with one name, a reader may see either: such a file has no single meaning.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> Mark => "\ufeff"u8;

    public static JsonNode? Parse(byte[] utf8, string name) =>
        Readable(name, () => JsonNode.Parse(WithoutMark(utf8), documentOptions: Strict));

    public static T Deserialize<T>(JsonNode? node, string name) => Readable(name, () => node.Deserialize<T>(JournalFormat.Document)!);

    public static void RefuseOtherVersions(JsonNode? node, string name)
    {
        if (node is not JsonObject record || record["formatVersion"] is not { } version)
            throw new UnreadableRecordException($"{name} is no run record: it has no formatVersion; name the run.json of a run");

        if (!JsonNode.DeepEquals(version, RunRecordJson.FormatVersion))
        {
            throw new UnreadableRecordException(
                $"{name} has formatVersion {version.ToJsonString()}, and this tool reads {RunRecordJson.FormatVersion}: "
                + "use the tool of the suite that wrote it");
        }
    }

    // As editors put it before a text.
    private static ReadOnlySpan<byte> WithoutMark(byte[] utf8) => utf8.AsSpan().StartsWith(Mark) ? utf8.AsSpan(Mark.Length) : utf8;

    private static T Readable<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException e)
        {
            throw new UnreadableRecordException($"{name} is no run record: {e.Message}", e);
        }
    }
}
