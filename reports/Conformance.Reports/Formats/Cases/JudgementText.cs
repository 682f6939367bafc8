using Conformance.Record.Verdicts;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Cases;

/// <summary>Judgements and what they expected, each on one line.</summary>
internal static class JudgementText
{
    /// <summary>Such as <c>promise: POST /logout, answered 401</c>.</summary>
    public static string Of(Judgement judgement, ExchangeLookup exchanges) =>
        $"{(judgement.Kind is JudgementKind.Promise ? "promise" : "control")}: {exchanges.InWords(judgement.Exchange)}";

    /// <summary>Such as <c>status: 401</c>.</summary>
    public static string Of(Expectation expectation)
    {
        var place = expectation.Pointer is { } pointer ? $" at {(pointer.Length == 0 ? "the root" : pointer)}" : "";
        return OneLine.Of($"{Words(expectation.Aspect)}{place}{Values(expectation)}");
    }

    private static string Words(Aspect aspect) => aspect switch
    {
        Aspect.Status => "status",
        Aspect.JsonObject => "body is a JSON object",
        Aspect.Schema => "schema",
        Aspect.Text => "text",
        Aspect.SomeText => "some text",
        Aspect.Value => "value",
        Aspect.OtherText => "text none of",
        Aspect.OtherValue => "value none of",
        Aspect.Absent => "nothing",
        _ => "expected",
    };

    private static string Values(Expectation expectation) =>
        expectation.AnyOf.Count == 0 ? "" : $": {string.Join(" or ", expectation.AnyOf)}";
}
