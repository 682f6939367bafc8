using System.Globalization;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Certificate.Runs;

namespace Conformance.Reports.Formats.Certificate.Evidence;

/// <summary>The exchanges that are shown for a requirement, and the numbers of those that are not.</summary>
/// <param name="Anchor">The id of the requirement's place.</param>
/// <param name="Shown">First those that findings name, then the others, each in the order of the run.</param>
/// <param name="Others">Further exchanges of its scenarios and findings.</param>
public sealed record EvidenceSelection(string Anchor, IReadOnlyList<Exchange> Shown, IReadOnlyList<int> Others)
{
    /// <summary>The most exchanges that are shown for one requirement: a page of thousands could not be used.</summary>
    public const int MostShown = 6;

    /// <summary>Chooses what says most: what shows a violation, then what a promise or a control looked at, then the rest.</summary>
    public static EvidenceSelection Of(RunView run, RequirementResult requirement)
    {
        var scenarios = requirement.Scenarios.Select(run.Scenario).OfType<ScenarioFinished>().ToList();
        var exchanges = Ranked(requirement, scenarios).Distinct().Select(run.Exchange).OfType<Exchange>().ToList();
        return new EvidenceSelection(
            run.Anchor(requirement.Id),
            [.. exchanges.Take(MostShown).OrderBy(exchange => !IsFound(requirement, exchange.Number)).ThenBy(exchange => exchange.Number)],
            [.. exchanges.Skip(MostShown).Select(exchange => exchange.Number).Order()]);
    }

    /// <summary>Whether a finding of a requirement names an exchange.</summary>
    public static bool IsFound(RequirementResult requirement, int number) =>
        requirement.Findings.Any(finding => finding.Exchange == number);

    /// <summary>Whether an exchange is shown.</summary>
    public bool Shows(int number) => Shown.Any(exchange => exchange.Number == number);

    /// <summary>The id of the place of an exchange: an exchange that several requirements show has as many.</summary>
    public string Place(int number) => string.Create(CultureInfo.InvariantCulture, $"{Anchor}-x{number}");

    private static IEnumerable<int> Ranked(RequirementResult requirement, List<ScenarioFinished> scenarios)
    {
        var judgements = scenarios.SelectMany(scenario => scenario.Judgements).ToList();
        return
        [
            .. requirement.Findings.OrderByDescending(finding => finding.Verdict).Select(finding => finding.Exchange).OfType<int>(),
            .. judgements
                .Where(judgement => judgement.Expectations.Any(expectation => !expectation.Holds))
                .Select(judgement => judgement.Exchange),
            .. scenarios.Select(scenario => scenario.FailedControl).OfType<int>(),
            .. judgements.OrderBy(judgement => judgement.Kind is JudgementKind.Control).Select(judgement => judgement.Exchange),
            .. scenarios.SelectMany(scenario => scenario.Exchanges).Select(exchange => exchange.Number),
        ];
    }
}
