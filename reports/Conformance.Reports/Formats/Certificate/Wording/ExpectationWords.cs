using Conformance.Record.Verdicts;

namespace Conformance.Reports.Formats.Certificate.Wording;

/// <summary>Expectations as sentences say them.</summary>
internal static class ExpectationWords
{
    public static string InWords(this Expectation expectation) => expectation.Aspect switch
    {
        Aspect.Status => $"status {Any(expectation)}",
        Aspect.JsonObject => "the body is a JSON object",
        Aspect.Schema => $"{Place(expectation)} fits the schema {Any(expectation)}",
        Aspect.Text => $"{Place(expectation)} is {Quoted(expectation)}",
        Aspect.SomeText => $"{Place(expectation)} is a string that is not empty",
        Aspect.Value => $"{Place(expectation)} is {Any(expectation)}",
        Aspect.OtherText => $"{Place(expectation)} is not {Quoted(expectation)}",
        Aspect.OtherValue => $"{Place(expectation)} is not {Any(expectation)}",
        Aspect.Absent => $"there is no {Place(expectation)}",
        _ => Any(expectation),
    };

    private static string Place(Expectation expectation) => expectation.Pointer is null or "" ? "the body" : expectation.Pointer;

    private static string Any(Expectation expectation) => string.Join(" or ", expectation.AnyOf);

    private static string Quoted(Expectation expectation) => string.Join(" or ", expectation.AnyOf.Select(text => $"“{text}”"));
}
