using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Scenarios;

namespace Conformance.Reports.Gating;

/// <summary>Requirements of which a run tried a part only: that the part was kept does not mean that the requirement is.</summary>
internal static class PartlyJudged
{
    /// <summary>Which part was not tried, and why; null if all was.</summary>
    public static string? Why(RunRecord record, Contract contract, string requirement)
    {
        var disabled = record.Scenarios.FirstOrDefault(
            scenario => scenario.Requirement == requirement && scenario.Verdict is Verdict.Disabled);
        if (disabled is not null)
            return $"judged in part: {disabled.Scenario} is switched off: {disabled.Reason ?? "no reason recorded"}";

        // Records of earlier versions name them without their cases.
        var leftOut = record.LeftOut.FirstOrDefault(
            name => contract.ScenariosOf(requirement).Any(scenario => scenario.Name == ScenarioName.WithoutCase(name)));
        return leftOut is null ? null : $"judged in part: the run was told to leave out {leftOut}";
    }
}
