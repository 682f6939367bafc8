using Conformance.Schemas.Scenarios;

namespace Conformance.Suites.Wiring;

/// <summary>What a filter has left out, so that nobody takes a part of the suite for the whole.</summary>
internal sealed class Selection(IReadOnlyList<PlannedScenario> plan)
{
    /// <summary>Names of the scenarios of the target's contract that are not going to run, without their cases.</summary>
    public IReadOnlyList<string> LeftOut(TargetSlot slot)
    {
        var planned = plan
            .Where(scenario => scenario.Slot == slot)
            .Select(scenario => ScenarioName.WithoutCase(scenario.Name))
            .ToHashSet(StringComparer.Ordinal);
        return [.. slot.Dialect.Contract.Scenarios.Where(scenario => !planned.Contains(scenario.Name)).Select(scenario => scenario.Name)];
    }
}
