using Conformance.Record.Journal;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Weighing;

namespace Conformance.Reports.Verification;

/// <summary>Lets the exchange checks judge the recorded exchanges of a scenario again.</summary>
internal static class PassingCheck
{
    public static IEnumerable<string> Problems(ScenarioFinished scenario, IEnumerable<ExchangeView> exchanges, RecordedContract contract)
    {
        var again = PassingChecks.Judge(exchanges, contract.Checks, contract.Catalogue, contract.Mode);
        var recorded = scenario.Findings.Where(finding => finding.Check is not null).Select(JsonText.Of).ToList();
        var recomputed = again.Findings.Select(JsonText.Of).ToList();
        foreach (var missing in recomputed.Except(recorded))
            yield return $"lacks a finding that its exchanges give in passing: {JsonText.Short(missing)}";

        foreach (var additional in recorded.Except(recomputed))
            yield return $"has a finding that its exchanges do not give in passing: {JsonText.Short(additional)}";

        if (recomputed.ToHashSet().SetEquals(recorded) && !recomputed.SequenceEqual(recorded))
            yield return "has the findings that its exchanges give in passing in another number or order";

        foreach (var id in again.Judged.Keys.Union(scenario.JudgedInPassing.Keys).Order(StringComparer.Ordinal))
        {
            var (told, counted) = (scenario.JudgedInPassing.GetValueOrDefault(id), again.Judged.GetValueOrDefault(id));
            if (told != counted)
                yield return $"judged {id} in passing at {told} of its exchanges, by its record, and {counted} say something of it";
        }
    }
}
