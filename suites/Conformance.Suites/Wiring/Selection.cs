
namespace Conformance.Suites.Wiring;

/// <summary>What a filter has left out, so that nobody takes a part of the suite for the whole.</summary>
internal sealed class Selection(IReadOnlyList<PlannedScenario> plan)
{
    /// <summary>Names of the scenarios of the target's contract that are not going to run, each case of them.</summary>
    public IReadOnlyList<string> LeftOut(TargetSlot slot)
    {
        var planned = plan
            .Where(scenario => scenario.Slot == slot)
            .Select(scenario => scenario.Name)
            .ToHashSet(StringComparer.Ordinal);
        return [.. slot.Dialect.Contract.Scenarios.SelectMany(scenario => scenario.Cases).Where(name => !planned.Contains(name))];
    }
}
