using System.Text;
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

    /// <summary>The text of the file.</summary>
    public static string Write(RunRecord record) => JsonSerializer.Serialize(record, RunRecordFormat.Written) + "\n";

    /// <summary>Writes the file, piece by piece.</summary>
    public static void Write(RunRecord record, Stream stream)
    {
        JsonSerializer.Serialize(stream, record, RunRecordFormat.Written);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="UnreadableRecordException">
    /// Not JSON, of another format version, or not of the form; the message names the place.
    /// </exception>
    public static RunRecord Read(string json, string name) => Read(Encoding.UTF8.GetBytes(json), name);

    /// <summary>Reads a file.</summary>
    /// <param name="utf8">What stands in it.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="UnreadableRecordException">As above.</exception>
    public static RunRecord Read(byte[] utf8, string name)
    {
        if (OwnText.Read<RunRecord>(utf8, Write) is { } record && RecordBounds.Hold(record))
            return record;

        var node = StrictJson.Parse(utf8, name);
        StrictJson.RefuseOtherVersions(node, name);
        return Read(node, name, "");
    }

    /// <summary>Reads a record that may stand within another file.</summary>
    internal static RunRecord Read(JsonNode? node, string name, string place)
    {
        RunRecordSchema.Refuse(node, name, place);
        return StrictJson.Deserialize<RunRecord>(node, name);
    }
}
