using Conformance.Record.Runs;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Scenarios;

namespace Conformance.Reports.Verification;

/// <summary>Scenarios of the suite that a record neither has nor says to have left out: whoever drops one drops what it found.</summary>
internal static class MissingScenarios
{
    // Before its plan was written, a killed run has none; that it has no end keeps it from being conformant.
    public static IReadOnlyList<ScenarioName> Of(RunRecord record, Contract contract)
    {
        if (record.EndedAt is null)
            return [];

        var known = record.Scenarios
            .Select(scenario => scenario.Scenario)
            .Concat(record.LeftOut)
            .Select(ScenarioName.WithoutCase)
            .ToHashSet(StringComparer.Ordinal);
        return [.. contract.Scenarios.Where(scenario => !known.Contains(scenario.Name))];
    }

    public static IEnumerable<Contradiction> Contradictions(RunRecord record, Contract contract) =>
        IsOfThisVersion(record)
            ? Of(record, contract).Select(scenario => new Contradiction(
                $"{scenario.Requirement}, {scenario.Name}", "is a scenario of the suite that the record neither has nor lists in leftOut"))
            : [];

    /// <summary>Another version of the suite may have had other scenarios.</summary>
    public static bool IsOfThisVersion(RunRecord record) => record.SuiteVersion == ToolVersion.Release;
}
