using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;

namespace Conformance.Reports.Verification;

/// <summary>Scenarios that found a promise broken and are left out all the same; earlier versions of the suite wrote some.</summary>
internal static class ExcusedFindings
{
    public static IEnumerable<Contradiction> Contradictions(RunRecord record) => RecordVersion.IsOfThis(record)
        ? from scenario in record.Scenarios
          where scenario.Verdict is Verdict.NotApplicable or Verdict.Disabled && scenario.Findings.Any(finding => finding.Check is null)
          select new Contradiction(
              $"{scenario.Requirement}, {OneLine.Of(scenario.Scenario)}",
              $"is {scenario.Verdict.Name()}, though it found a promise broken")
        : [];
}
