using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;

namespace Conformance.Reports.Verification;

/// <summary>What was judged or observed was seen in an exchange; one that a scenario shares with the preflight counts.</summary>
internal static class EvidenceCheck
{
    public static IEnumerable<Contradiction> Contradictions(RunRecord record) =>
        from scenario in record.Scenarios
        where scenario is { Verdict: Verdict.Pass or Verdict.Warning or Verdict.Fail or Verdict.Observed, Exchanges.Count: 0 }
        select new Contradiction(
            $"{scenario.Requirement}, {OneLine.Of(scenario.Scenario)}", $"is {scenario.Verdict.Name()}, and has no exchange that shows it");
}
