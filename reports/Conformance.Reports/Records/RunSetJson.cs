using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Text;

namespace Conformance.Reports.Records;

/// <summary>Run sets as files: <c>{ "formatVersion": 1, "runs": [ … ] }</c>, each run a run record.</summary>
public static class RunSetJson
{
    /// <summary>The text of the file.</summary>
    public static string Write(IReadOnlyList<RunRecord> runs) => Write(new RunSet { Runs = runs });

    /// <summary>Reads the text of a file that is a run set, or the record of a single run.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="UnreadableRecordException">
    /// Not JSON, of another format version, or not of the form; the message names the place.
    /// </exception>
    public static IReadOnlyList<RunRecord> Read(string json, string name) => Read(Encoding.UTF8.GetBytes(json), name);

    /// <summary>Reads a file that is a run set, or the record of a single run.</summary>
    /// <param name="utf8">What stands in it.</param>
    /// <param name="name">Name of the file, for messages.</param>
    /// <exception cref="UnreadableRecordException">As above.</exception>
    public static IReadOnlyList<RunRecord> Read(byte[] utf8, string name)
    {
        if (!LooksLikeSet(utf8))
            return [RunRecordJson.Read(utf8, name)];

        return OwnText.Read<RunSet>(utf8, Write) is { FormatVersion: RunRecordJson.FormatVersion, Runs: [_, ..] } own
            && own.Runs.All(RecordBounds.Hold)
            ? own.Runs
            : ReadBySchema(utf8, name);
    }

    private static string Write(RunSet set) => JsonSerializer.Serialize(set, JournalFormat.Document) + "\n";

    private static void Write(RunSet set, Stream stream)
    {
        JsonSerializer.Serialize(stream, set, JournalFormat.Document);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Whether the text begins like a set; the long rest of it is looked at once only, by whoever reads it.</summary>
    private static bool LooksLikeSet(byte[] utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            for (reader.Read(); reader.Read() && reader.TokenType is JsonTokenType.PropertyName; reader.Skip())
            {
                if (reader.ValueTextEquals("runs") || reader.ValueTextEquals("target"))
                    return reader.ValueTextEquals("runs");
            }

            return false;
        }
        catch (JsonException)
        {
            // Whoever reads it as a record says what is wrong.
            return false;
        }
    }

    private static List<RunRecord> ReadBySchema(byte[] utf8, string name)
    {
        var file = StrictJson.Parse(utf8, name);
        StrictJson.RefuseOtherVersions(file, name);
        if (file!.AsObject().Select(member => member.Key).FirstOrDefault(key => key is not ("formatVersion" or "runs")) is { } unknown)
        {
            throw new UnreadableRecordException(
                $"{name} is no run set: it has the member {OneLine.Of(unknown)}; a run set has formatVersion and runs only");
        }

        if (file["runs"] is not JsonArray { Count: > 0 } runs)
            throw new UnreadableRecordException($"{name} is no run set: its runs are no list of run records, or there are none");

        return
        [
            .. runs.Select((run, index) => RunRecordJson.Read(run, name, string.Create(CultureInfo.InvariantCulture, $"/runs/{index}"))),
        ];
    }
}
