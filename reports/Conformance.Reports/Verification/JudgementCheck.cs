using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Expectations;
using Conformance.Schemas.Responses;

namespace Conformance.Reports.Verification;

/// <summary>A finding that a promise gives.</summary>
/// <param name="Exchange">The exchange that shows it.</param>
/// <param name="Mismatch">What does not hold; without its actual value where only the scenario knows that.</param>
/// <param name="IsInWords">Whether it comes of an expectation that nobody can look at again.</param>
internal sealed record ExpectedFinding(Exchange Exchange, Mismatch Mismatch, bool IsInWords);

/// <summary>What one recorded judgement gives when its exchange is looked at again.</summary>
/// <param name="Problems">Where it is not what was recorded.</param>
/// <param name="Findings">The findings that follow from it; none for a control.</param>
internal sealed record JudgementCheck(IReadOnlyList<Contradiction> Problems, IReadOnlyList<ExpectedFinding> Findings)
{
    public static JudgementCheck Of(IReadOnlyList<ExchangeView> exchanges, Judgement judgement, ResponseSchemas shapes)
    {
        var place = $"exchange {judgement.Exchange}";
        if (exchanges.FirstOrDefault(view => view.Exchange.Number == judgement.Exchange) is not { } exchange)
            return new([new(place, "is judged, and is not among the exchanges of the scenario")], []);

        var looks = judgement.Expectations
            .Select(expectation => (Expectation: expectation, Found: Look(exchange, expectation, shapes)))
            .ToList();
        return new(
            [.. looks
                .Where(look => !(exchange.Exchange.Response is { IsCut: true } && look.Expectation.Aspect is not Aspect.Status))
                .Select(look => Problem(look.Expectation, look.Found))
                .OfType<string>()
                .Select(problem => new Contradiction(place, problem))],
            judgement.Kind is JudgementKind.Control ? [] : [.. looks.SelectMany(look => look.Found ?? [])]);
    }

    // Null where the expectation does not fit the exchange at all.
    private static IReadOnlyList<ExpectedFinding>? Look(ExchangeView view, Expectation expectation, ResponseSchemas shapes)
    {
        var exchange = view.Exchange;
        if (expectation.Aspect is Aspect.Other)
            return expectation.Holds ? [] : [new(exchange, InWords(expectation), IsInWords: true)];

        if (exchange.Response is not { } response)
            return null;
        // What was judged whole cannot be judged again from a part.
        if (response.IsCut && expectation.Aspect is not Aspect.Status)
            return [];
        try
        {
            var found = ExpectationCheck.Mismatches(response, view.Json, expectation, shapes);
            return [.. found.Select(mismatch => new ExpectedFinding(exchange, mismatch, IsInWords: false))];
        }
        catch (ArgumentException)
        {
            // It names a response schema that there is none of.
            return null;
        }
    }

    private static string? Problem(Expectation expectation, IReadOnlyList<ExpectedFinding>? found) => found switch
    {
        null => $"nothing in it can be compared with what was expected: {JsonText.Shown(expectation)}",
        [] when !expectation.Holds => $"what was expected holds, and the record says that it does not: {JsonText.Shown(expectation)}",
        [var first, ..] when expectation.Holds =>
            $"the record says that what was expected holds, and it does not: {JsonText.Shown(first.Mismatch)}",
        _ => null,
    };

    // The words of an expectation begin with its subject, which has no colon.
    private static Mismatch InWords(Expectation expectation) => expectation.AnyOf.FirstOrDefault("").Split(": ", 2) switch
    {
        [var subject, var expected] => new Mismatch(subject, expected, "") { Pointer = expectation.Pointer },
        _ => new Mismatch("", "", "") { Pointer = expectation.Pointer },
    };
}
