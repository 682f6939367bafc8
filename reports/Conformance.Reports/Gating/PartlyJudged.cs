using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Scenarios;

namespace Conformance.Reports.Gating;

/// <summary>Requirements of which a run tried a part only: that the part was kept does not mean that the requirement is.</summary>
/// <param name="record">The run.</param>
/// <param name="contract">The contract that it is about.</param>
internal sealed class PartlyJudged(RunRecord record, Contract contract)
{
    // Records of earlier versions name them without their cases.
    private readonly ILookup<string, string> leftOut = record.LeftOut.ToLookup(ScenarioName.WithoutCase, StringComparer.Ordinal);

    private readonly ILookup<string, string> disabled = record.Scenarios
        .Where(scenario => scenario.Verdict is Verdict.Disabled)
        .ToLookup(
            scenario => scenario.Requirement,
            scenario => $"{scenario.Scenario} is switched off: {scenario.Reason ?? "no reason recorded"}",
            StringComparer.Ordinal);

    /// <summary>Which part was not tried, and why; null if all was.</summary>
    public string? Why(string requirement)
    {
        if (disabled[requirement].FirstOrDefault() is { } switchedOff)
            return $"judged in part: {switchedOff}";

        return contract.ScenariosOf(requirement).SelectMany(scenario => leftOut[scenario.Name]).FirstOrDefault() is { } name
            ? $"judged in part: the run was told to leave out {name}"
            : null;
    }
}
