using System.Text.Json.Serialization;

namespace Conformance.Reports.Formats.Ctrf;

/// <summary>One test, with the members of the format.</summary>
internal sealed record CtrfTest(
    [property: JsonPropertyName("testId")] string TestId,
    [property: JsonPropertyName("executionId")] string ExecutionId,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("rawStatus")] string RawStatus,
    [property: JsonPropertyName("duration")] long Duration,
    [property: JsonPropertyName("start")] long Start,
    [property: JsonPropertyName("stop")] long Stop,
    [property: JsonPropertyName("suite")] IReadOnlyList<string> Suite,
    [property: JsonPropertyName("message")] string? Message,
    [property: JsonPropertyName("trace")] string? Trace,
    [property: JsonPropertyName("stdout")] IReadOnlyList<string>? Stdout,
    [property: JsonPropertyName("labels")] IReadOnlyDictionary<string, string>? Labels,
    [property: JsonPropertyName("steps")] IReadOnlyList<CtrfStep>? Steps);

/// <summary>One step of a test.</summary>
internal sealed record CtrfStep(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("status")] string Status);
