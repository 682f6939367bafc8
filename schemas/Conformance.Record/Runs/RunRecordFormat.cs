using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Record.Journal;

namespace Conformance.Record.Runs;

/// <summary>How run records are written as JSON.</summary>
public static class RunRecordFormat
{
    /// <summary>
    /// As <see cref="JournalFormat.Document"/>, for writing only: without looking into the types first,
    /// which costs a short run a part of its time.
    /// </summary>
    public static JsonSerializerOptions Written { get; } = JournalFormat.Create(indented: true, RunRecordContext.Default);
}

/// <summary>How to write what records hold, generated.</summary>
[JsonSerializable(typeof(RunRecord))]
internal sealed partial class RunRecordContext : JsonSerializerContext;
