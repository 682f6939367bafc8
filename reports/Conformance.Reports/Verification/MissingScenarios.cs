using Conformance.Record.Runs;
using Conformance.Reports.Scenarios;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Verification;

/// <summary>Scenarios of the suite that a record neither has nor says to have left out: whoever drops one drops what it found.</summary>
internal static class MissingScenarios
{
    // Before its plan was written, a killed run has none; that it has no end keeps it from being conformant.
    public static IReadOnlyList<ScenarioName> Of(RunRecord record, Catalogue catalogue)
    {
        if (record.EndedAt is null)
            return [];

        var known = record.Scenarios.Select(scenario => scenario.Scenario).Concat(record.LeftOut).Select(ScenarioNames.WithoutCase).ToHashSet(StringComparer.Ordinal);
        return [.. ScenarioNames.All.Where(scenario => catalogue.TryFind(scenario.Requirement, out _) && !known.Contains(scenario.Name))];
    }

    public static IEnumerable<Contradiction> Contradictions(RunRecord record, Catalogue catalogue) =>
        IsOfThisVersion(record)
            ? Of(record, catalogue).Select(scenario => new Contradiction($"{scenario.Requirement}, {scenario.Name}", "is a scenario of the suite that the record neither has nor lists in leftOut"))
            : [];

    /// <summary>Another version of the suite may have had other scenarios.</summary>
    public static bool IsOfThisVersion(RunRecord record) => record.SuiteVersion == ToolVersion.Release;
}
