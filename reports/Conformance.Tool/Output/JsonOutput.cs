using System.Text.Json;
using Conformance.Record.Journal;

namespace Conformance.Tool.Output;

/// <summary>
/// What a command tells a program. Members may be added, never renamed or removed; README.md beside the project names them.
/// </summary>
internal static class JsonOutput
{
    public static void Write(TextWriter writer, object value) =>
        writer.Write(JsonSerializer.Serialize(value, JournalFormat.Document) + "\n");
}
