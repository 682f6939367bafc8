using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Conformance.SelfTests.Recordings;

/// <summary>
/// Exchanges with a real server, Synapse 1.94. The recording is not part of this repository: it is looked for in
/// <c>shared/recorded</c> beside it.
/// </summary>
internal static class SynapseRecording
{
    private static readonly string Path = RepositoryRoot.Combine("..", "shared", "recorded", "synapse-1.94.jsonl");

    public static IReadOnlyList<RecordedLine> Lines { get; } =
        File.Exists(Path) ? [.. File.ReadLines(Path).Select((line, index) => new RecordedLine(JsonNode.Parse(line)!, index + 1))] : [];

    /// <summary>The names of its cases; one that stands for the absence of the recording where it is absent.</summary>
    public static IEnumerable<string> Cases => Lines.Count > 0 ? Lines.Select(line => line.Case) : ["(absent)"];

    /// <summary>The editions that the server claims.</summary>
    public static IReadOnlyList<string> Editions =>
        [.. JsonNode.Parse(Line("versions").Body)!["versions"]!.AsArray().Select(version => version!.GetValue<string>())];

    public static RecordedLine Line(string name) => Lines.Single(line => line.Case == name);

    /// <summary>Ends the test as skipped, with the reason, where the recording is absent.</summary>
    public static void SkipWhereAbsent()
    {
        if (Lines.Count == 0)
            Assert.Ignore($"{Path} is absent: put the recorded exchanges there to run these cases.");
    }
}
