using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Contracts;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Formats.Certificate;

/// <summary>Made-up runs that are larger than anybody wants to read.</summary>
internal static class ManyExchanges
{
    /// <summary>One scenario with so many exchanges, one of which shows a violation, and the first of which are judged.</summary>
    public static RunRecord Of(int count, int findingAt) => Fold(Finished("MTX-LOGOUT-02", Verdict.Fail) with
    {
        Findings = [Finding("MTX-LOGOUT-02", Verdict.Fail, findingAt)],
        Judgements = [.. Enumerable.Range(1, count).Select(number => new Judgement(number, JudgementKind.Promise, [Unauthorized]))],
        Exchanges = [.. Enumerable.Range(1, count).Select(number => Exchange(number, "POST /logout", 200))],
    });

    /// <summary>A run with so many scenarios, spread over all requirements, each with eight exchanges that somebody judged.</summary>
    public static RunRecord Run(string target, int scenarios)
    {
        var ids = KnownContracts.Matrix.Catalogue.Requirements
            .Where(requirement => requirement.Coverage is Conformance.Schemas.Requirements.Coverage.Covered)
            .Select(requirement => requirement.Id)
            .ToList();
        var record = Fold(Enumerable.Range(0, scenarios).Select(i => Scenario(i, ids[i % ids.Count])));
        return record with { Target = record.Target with { Name = target } };
    }

    private static Expectation Unauthorized => new(Aspect.Status, ["401"], Holds: true);

    private static ScenarioFinished Scenario(int index, string requirement)
    {
        var numbers = Enumerable.Range((index * 8) + 1, 8).ToList();
        return Finished(requirement, Verdict.Pass, $"Scenario_{index:00000}") with
        {
            Milliseconds = 80,
            Judgements = [.. numbers.Select(number => new Judgement(number, JudgementKind.Promise, [Unauthorized]))],
            Exchanges = [.. numbers.Select(number => Large(Exchange(number, "POST /login", 401), index))],
        };
    }

    private static Exchange Large(Exchange exchange, int index) => exchange with
    {
        StartedAt = Noon.AddMilliseconds((index * 10) + (exchange.Number % 8 * 5)),
        Milliseconds = 5 + (index % 17),
        Response = exchange.Response! with { Body = $"{{\"errcode\":\"M_UNKNOWN_TOKEN\",\"error\":\"{new string('x', 900)}\"}}" },
    };
}
