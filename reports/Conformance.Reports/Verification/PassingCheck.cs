using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Ledger;
using Conformance.Schemas.Weighing;

namespace Conformance.Reports.Verification;

/// <summary>Lets the exchange checks and the session ledger judge the recorded exchanges of a scenario again.</summary>
internal static class PassingCheck
{
    public static IEnumerable<string> Problems(ScenarioFinished scenario, IReadOnlyList<ExchangeView> exchanges, RecordedContract contract)
    {
        // A ledger kept from a part of what came would miss endings, and accuse.
        var cut = CutExchanges.Of(scenario);
        var ledger = cut.Count == 0 ? contract.Ledger?.Keep(exchanges, scenario.AloneFrom) : null;
        return
        [
            .. ledger is null ? [] : LedgerProblems(scenario, ledger),
            .. FindingProblems(scenario, [.. exchanges.Where(view => !cut.Contains(view.Exchange.Number))], ledger, contract, cut),
        ];
    }

    private static IEnumerable<string> LedgerProblems(ScenarioFinished scenario, SessionLedger ledger)
    {
        if (scenario.Verdict is Verdict.Pass or Verdict.Observed && ledger.UnexplainedSince(scenario.AloneFrom) is { } victim)
            yield return $"is {scenario.Verdict.Name()}, though {victim}";

        if (scenario is { Verdict: Verdict.Pass or Verdict.Observed, AloneFrom: null }
            && !scenario.Observations.Any(observation => observation.Name == Observation.DisturbedBy)
            && ledger.Victims.FirstOrDefault(each => each.WasAccepted) is { } died)
        {
            yield return $"is {scenario.Verdict.Name()}, though {died}, and it was not tried alone";
        }
    }

    private static IEnumerable<string> FindingProblems(
        ScenarioFinished scenario,
        IReadOnlyList<ExchangeView> whole,
        SessionLedger? ledger,
        RecordedContract contract,
        IReadOnlySet<int?> cut)
    {
        var again = PassingChecks.Judge(whole, contract.Checks, contract.Catalogue, contract.Mode);
        var recorded = scenario.Findings
            .Where(finding => finding.Check is not null && !cut.Contains(finding.Exchange))
            .Where(finding => cut.Count == 0 || finding.Check != SessionLedger.Name)
            .Select(JsonText.Of)
            .ToList();
        var recomputed = again.Findings
            .Concat(ledger is null ? [] : LedgerFindings.Of(ledger, contract.Catalogue, contract.Mode, contract.Editions))
            .Select(JsonText.Of)
            .ToList();
        foreach (var missing in recomputed.Except(recorded))
            yield return $"lacks a finding that its exchanges give in passing: {JsonText.Short(missing)}";

        foreach (var additional in recorded.Except(recomputed))
            yield return $"has a finding that its exchanges do not give in passing: {JsonText.Short(additional)}";

        if (recomputed.ToHashSet().SetEquals(recorded) && !recomputed.SequenceEqual(recorded))
            yield return "has the findings that its exchanges give in passing in another number or order";

        foreach (var id in again.Judged.Keys.Union(scenario.JudgedInPassing.Keys).Order(StringComparer.Ordinal))
        {
            var (told, counted) = (scenario.JudgedInPassing.GetValueOrDefault(id), again.Judged.GetValueOrDefault(id));
            if (told < counted || told > counted + cut.Count)
                yield return $"judged {id} in passing at {told} of its exchanges, by its record, and {counted} say something of it";
        }
    }
}
