using System.Text.Json;
using Conformance.Record.Journal;

namespace Conformance.Reports.Faults;

/// <summary>
/// The recorded results of all faults: why a pass of this suite means something. The self-tests run each fault and compare;
/// <c>conformance approve</c> lets them write what they saw.
/// </summary>
public static class FaultResults
{
    private const string File = "fault-results.json";

    /// <summary>Every fault, in the order of the reference servers' list.</summary>
    public static IReadOnlyList<FaultResult> All { get; } = Read(Text);

    private static readonly ILookup<string, FaultResult> ByRequirement =
        All.SelectMany(result => result.Accused, (result, id) => (result, id))
            .ToLookup(pair => pair.id, pair => pair.result, StringComparer.Ordinal);

    /// <summary>The recorded file, byte by byte.</summary>
    public static string Text
    {
        get
        {
            using var stream = typeof(FaultResults).Assembly.GetManifestResourceStream(File)!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The faults that a requirement is known to catch; empty if none is recorded.</summary>
    public static IEnumerable<FaultResult> Catching(string requirement) => ByRequirement[requirement];

    /// <summary>Reads the text of a file of results.</summary>
    public static IReadOnlyList<FaultResult> Read(string json) => JsonSerializer.Deserialize<FaultResult[]>(json, JournalFormat.Document)!;

    /// <summary>The text of a file of results.</summary>
    public static string Write(IEnumerable<FaultResult> results) => JsonSerializer.Serialize(results, JournalFormat.Document) + "\n";
}
