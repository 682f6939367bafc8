using Conformance.Record.Runs;
using Conformance.Reports.Text;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Verification;

/// <summary>
/// A record has each scenario of the suite once, with every case, or says to have left it out; and no other. Whoever drops one drops what
/// it found.
/// </summary>
internal static class ScenarioSet
{
    /// <summary>Names of the scenarios that a record neither has nor says to have left out.</summary>
    // Before its plan was written, a killed run has none; that it has no end keeps it from being conformant.
    public static IReadOnlyList<string> Missing(RunRecord record, Contract contract)
    {
        if (record.EndedAt is null)
            return [];

        var known = record.Scenarios.Select(scenario => scenario.Scenario).Concat(record.LeftOut).ToHashSet(StringComparer.Ordinal);
        return [.. contract.Scenarios.SelectMany(scenario => scenario.Cases).Where(name => !known.Contains(name))];
    }

    public static IEnumerable<Contradiction> Contradictions(RunRecord record, Contract contract)
    {
        if (!RecordVersion.IsOfThis(record))
            yield break;

        var rows = contract.Scenarios.SelectMany(scenario => scenario.Cases, (scenario, name) => (name, scenario.Requirement))
            .ToLookup(scenario => scenario.name, scenario => scenario.Requirement, StringComparer.Ordinal);
        foreach (var name in Missing(record, contract))
        {
            yield return new(
                $"{rows[name].First()}, {name}", "is a scenario of the suite that the record neither has nor lists in leftOut");
        }

        foreach (var scenario in record.Scenarios.Where(scenario => !rows[scenario.Scenario].Contains(scenario.Requirement)))
        {
            yield return new(
                $"{scenario.Requirement}, {OneLine.Of(scenario.Scenario)}", "is no scenario of the suite for this requirement");
        }

        foreach (var name in record.LeftOut.Where(name => !rows.Contains(name)))
            yield return new($"leftOut, {OneLine.Of(name)}", "is no scenario of the suite");

        foreach (var name in record.Scenarios.Select(scenario => scenario.Scenario).Concat(record.LeftOut)
            .GroupBy(name => name, StringComparer.Ordinal).Where(names => names.Count() > 1).Select(names => names.Key))
        {
            yield return new(OneLine.Of(name), "is in the record more than once, or in it and left out");
        }
    }
}
