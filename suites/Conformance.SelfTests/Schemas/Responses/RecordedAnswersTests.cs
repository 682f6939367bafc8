using System.Text.Json.Nodes;
using Conformance.Schemas.Responses;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Responses;

/// <summary>
/// The Matrix shapes against answers that a real server (Synapse 1.94) gave. The recording is not part of this repository:
/// it is looked for in <c>shared/recorded</c> beside it.
/// </summary>
public sealed class RecordedAnswersTests
{
    // The only deviation of that server that a shape can show: null for what is not set.
    private const string NullsInDevices = "MTX-DEV-03";

    private static readonly string Recording = RepositoryRoot.Combine("..", "shared", "recorded", "synapse-1.94.jsonl");

    private static readonly string[] KindsWithoutShape = ["no-body", "not-json"];

    private static readonly Dictionary<string, JsonNode> Lines = File.Exists(Recording)
        ? File.ReadLines(Recording).Select(line => JsonNode.Parse(line)!).ToDictionary(line => line["case"]!.GetValue<string>())
        : [];

    private static IEnumerable<string> Cases => Lines.Count > 0 ? Lines.Keys : ["(absent)"];

    [TestCaseSource(nameof(Cases))]
    public void Finds_what_the_recording_says_and_nothing_else(string name)
    {
        if (Lines.Count == 0)
            Assert.Ignore($"{Recording} is absent: put the recorded answers there to run these cases.");
        var line = Lines[name];
        if (KindsWithoutShape.Contains(line["kind"]!.GetValue<string>()))
            Assert.Pass("This answer has no JSON body to judge.");

        var violations = ResponseSchemas.Default.Validate($"matrix/{line["kind"]}", JsonNode.Parse(line["response"]!["body"]!.GetValue<string>()));

        if (line["deviates"]!.AsArray().Any(id => id!.GetValue<string>() == NullsInDevices))
            violations.Should().NotBeEmpty().And.OnlyContain(violation => violation.Keyword == "type" && violation.Actual == "null");
        else
            violations.Should().BeEmpty();
    }
}
