namespace Conformance.Record.Verdicts;

/// <summary>One look of a scenario at one answer, written down so that anybody can look again.</summary>
/// <param name="Exchange">Number of the exchange.</param>
/// <param name="Kind">What follows if it does not hold.</param>
/// <param name="Expectations">What was expected, in the order of looking.</param>
public sealed record Judgement(int Exchange, JudgementKind Kind, IReadOnlyList<Expectation> Expectations);

/// <summary>What follows if a judgement does not hold.</summary>
public enum JudgementKind
{
    /// <summary>A violation of the requirement.</summary>
    Promise,

    /// <summary>Nothing was proven.</summary>
    Control,
}

/// <summary>One thing that was expected of an answer.</summary>
/// <param name="Aspect">What was looked at.</param>
/// <param name="AnyOf">What would have been right, each in its own text: <c>401</c>, <c>4xx</c>, a text, a
/// JSON value, the name of a schema.</param>
/// <param name="Holds">Whether it was.</param>
public sealed record Expectation(Aspect Aspect, IReadOnlyList<string> AnyOf, bool Holds)
{
    /// <summary>JSON Pointer into the body; null if it is not about one place in it.</summary>
    public string? Pointer { get; init; }
}

/// <summary>What an expectation looks at. All but <see cref="Other"/> can be looked at again in the recorded exchange.</summary>
public enum Aspect
{
    /// <summary>The status: a number, or a class such as <c>4xx</c>.</summary>
    Status,

    /// <summary>The body is a JSON object.</summary>
    JsonObject,

    /// <summary>The body, or the one place in it, matches a response schema.</summary>
    Schema,

    /// <summary>The string at the place.</summary>
    Text,

    /// <summary>There is a string at the place, and it is not empty.</summary>
    SomeText,

    /// <summary>The JSON value at the place.</summary>
    Value,

    /// <summary>The string at the place is none of these.</summary>
    OtherText,

    /// <summary>The JSON value at the place is none of these.</summary>
    OtherValue,

    /// <summary>There is nothing at the place.</summary>
    Absent,

    /// <summary>Something that took more than this one answer to judge; in words.</summary>
    Other,
}
