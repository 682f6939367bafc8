using System.Text.Json.Nodes;
using Conformance.Record.Exchanges;
using Conformance.Record.Text;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Bodies;
using Conformance.Schemas.Responses;

namespace Conformance.Schemas.Expectations;

/// <summary>
/// Compares an answer with what a scenario expected of it. Pure: scenarios judge by it while they run, and whoever doubts a
/// record judges the recorded exchange by it again.
/// </summary>
public static class ExpectationCheck
{
    private const int LongestExcerpt = 80;

    /// <summary>What does not hold of one expectation; <see cref="Expectation.Holds"/> is not looked at.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="root">Its body as <see cref="JsonBody"/> reads it.</param>
    /// <param name="expectation">What was expected; of another aspect than <see cref="Aspect.Other"/>.</param>
    /// <param name="schemas">The shapes that it may name.</param>
    /// <exception cref="ArgumentException">The expectation cannot be looked at in one exchange.</exception>
    public static IReadOnlyList<Mismatch> Mismatches(
        RecordedResponse response, JsonNode? root, Expectation expectation, ResponseSchemas schemas)
    {
        var pointer = expectation.Pointer ?? "";
        return expectation.Aspect switch
        {
            Aspect.Status => Unless(
                expectation.AnyOf.Any(status => IsStatus(response.Status, status)),
                new("status", Alternatives(expectation), Digits.Of(response.Status))),
            Aspect.JsonObject => Unless(root is JsonObject, new("body", "a JSON object", Shown(response.Body))),
            Aspect.Schema => [.. expectation.AnyOf.SelectMany(name => Violations(schemas, name, expectation.Pointer, root))],
            Aspect.Text => Unless(IsAnyOf(root.TextAt(pointer), expectation), InBody(root, pointer, Quoted(expectation))),
            Aspect.SomeText => Unless(root.TextAt(pointer) is { Length: > 0 }, InBody(root, pointer, "a string that is not empty")),
            Aspect.Value =>
                Unless(IsAnyOf(root.At(pointer)?.ToJsonString(), expectation), InBody(root, pointer, Alternatives(expectation))),
            Aspect.OtherText =>
                Unless(!IsAnyOf(root.TextAt(pointer), expectation), InBody(root, pointer, $"anything but {Quoted(expectation)}")),
            Aspect.OtherValue => Unless(
                !IsAnyOf(root.At(pointer)?.ToJsonString(), expectation),
                InBody(root, pointer, $"anything but {Alternatives(expectation)}")),
            Aspect.Absent => Unless(root.At(pointer) is null, InBody(root, pointer, "no such member")),
            _ => throw new ArgumentException($"{expectation.Aspect} cannot be looked at in one exchange.", nameof(expectation)),
        };
    }

    private static Mismatch[] Unless(bool holds, Mismatch mismatch) => holds ? [] : [mismatch];

    // A class of statuses is written with two x, as HTTP's own texts do.
    private static bool IsStatus(int status, string expected) =>
        expected == Digits.Of(status)
        || (expected is [var digit, 'x', 'x'] && digit == Digits.Of(status)[0] && status is >= 100 and <= 599);

    private static bool IsAnyOf(string? text, Expectation expectation) =>
        text is not null && expectation.AnyOf.Contains(text, StringComparer.Ordinal);

    private static IEnumerable<Mismatch> Violations(ResponseSchemas schemas, string name, string? pointer, JsonNode? root) =>
        schemas.Validate(name, root)
            .Where(violation => pointer is null || violation.Pointer == pointer)
            .Select(violation =>
                new Mismatch("body", violation.Expected, violation.Actual) { Pointer = violation.Pointer, Keyword = violation.Keyword });

    private static Mismatch InBody(JsonNode? root, string pointer, string expected) =>
        new("body", expected, root.At(pointer) is { } node ? Shown(node.ToJsonString()) : "absent") { Pointer = pointer };

    private static string Alternatives(Expectation expectation) => string.Join(" or ", expectation.AnyOf);

    private static string Quoted(Expectation expectation) => string.Join(" or ", expectation.AnyOf.Select(text => $"\"{text}\""));

    private static string Shown(string text) => text.Length == 0 ? "empty" : Excerpt.Of(text, LongestExcerpt);
}
