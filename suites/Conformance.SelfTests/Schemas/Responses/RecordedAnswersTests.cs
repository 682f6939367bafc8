using System.Text.Json.Nodes;
using Conformance.Schemas.Bodies;
using Conformance.Schemas.Responses;
using Conformance.SelfTests.Recordings;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Responses;

/// <summary>The Matrix shapes against answers that a real server gave.</summary>
public sealed class RecordedAnswersTests
{
    // The only deviation of that server that a shape can show: null for what is not set.
    private const string NullsInDevices = "MTX-DEV-03";

    private static readonly string[] KindsWithoutShape = ["no-body", "not-json"];

    [TestCaseSource(typeof(SynapseRecording), nameof(SynapseRecording.Cases))]
    public void Finds_what_the_recording_says_and_nothing_else(string name)
    {
        SynapseRecording.SkipWhereAbsent();
        var line = SynapseRecording.Line(name);
        if (KindsWithoutShape.Contains(line.Kind))
        {
            JsonBody.Read(line.Body).IsJson.Should().BeFalse("a body of JSON has a shape to be judged by");
            return;
        }

        var violations = ResponseSchemas.Own.Validate($"matrix/{line.Kind}", JsonNode.Parse(line.Body));

        if (line.Deviates.Contains(NullsInDevices))
            violations.Should().NotBeEmpty().And.OnlyContain(violation => violation.Keyword == "type" && violation.Actual == "null");
        else
            violations.Should().BeEmpty();
    }
}
