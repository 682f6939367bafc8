using Conformance.Record.Journal;
using Conformance.Reports.Text;
using Conformance.Schemas.ExchangeChecks;

namespace Conformance.Reports.Verification;

/// <summary>Judges one recorded scenario again.</summary>
internal static class ScenarioCheck
{
    public static IEnumerable<Contradiction> Contradictions(ScenarioFinished scenario, RecordedContract contract)
    {
        var place = $"{scenario.Requirement}, {OneLine.Of(scenario.Scenario)}";
        if (!contract.Catalogue.TryFind(scenario.Requirement, out var requirement))
            return [new(place, "there is no such requirement in the catalogue of this tool")];

        var exchanges = scenario.Exchanges.Select(exchange => new ExchangeView(exchange)).ToList();
        var looks = scenario.Judgements.Select(judgement => JudgementCheck.Of(exchanges, judgement, contract.Responses)).ToList();
        var expected = looks.SelectMany(look => look.Findings).ToList();
        return
        [
            .. looks.SelectMany(look => look.Problems).Select(problem => problem with { Place = $"{place}, {problem.Place}" }),
            .. FindingCheck.Problems(scenario, expected, contract.Mode.VerdictOn(requirement))
                .Select(problem => new Contradiction(place, problem)),
            .. VerdictCheck.Problems(scenario, requirement, contract.Editions).Select(problem => new Contradiction(place, problem)),
            .. PassingCheck.Problems(scenario, exchanges, contract).Select(problem => new Contradiction(place, problem)),
        ];
    }
}
