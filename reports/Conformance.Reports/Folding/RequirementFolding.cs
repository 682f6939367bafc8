using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Folding;

/// <summary>Gathers what all scenarios of a run say of each requirement.</summary>
internal static class RequirementFolding
{
    /// <summary>The requirements that were planned or judged, in the order of the catalogue.</summary>
    /// <exception cref="UnreadableRecordException">A scenario names a requirement that the catalogue does not have.</exception>
    public static IReadOnlyList<RequirementResult> Fold(IReadOnlyList<ScenarioFinished> scenarios, Catalogue catalogue, RunStarted run) =>
        [.. EvidenceOf(scenarios, catalogue).Select(evidence => evidence.Judge(run))];

    /// <summary>All that the scenarios say of each requirement, in the order of the catalogue.</summary>
    /// <exception cref="UnreadableRecordException">A scenario names a requirement that the catalogue does not have.</exception>
    public static IEnumerable<RequirementEvidence> EvidenceOf(IReadOnlyList<ScenarioFinished> scenarios, Catalogue catalogue)
    {
        var touched = scenarios.SelectMany(Touched).ToHashSet(StringComparer.Ordinal);
        RefuseUnknown(touched, catalogue);
        var own = scenarios.ToLookup(scenario => scenario.Requirement, StringComparer.Ordinal);
        var findings = scenarios.SelectMany(Found).ToLookup(found => found.Finding.Requirement, StringComparer.Ordinal);
        var judged = scenarios
            .SelectMany(scenario => scenario.JudgedInPassing)
            .ToLookup(judged => judged.Key, judged => judged.Value, StringComparer.Ordinal);

        return catalogue.Requirements
            .Where(requirement => touched.Contains(requirement.Id))
            .Select(requirement => new RequirementEvidence(
                requirement, [.. own[requirement.Id]], [.. findings[requirement.Id]], judged[requirement.Id].Sum()));
    }

    private static IEnumerable<string> Touched(ScenarioFinished scenario) =>
        [
            scenario.Requirement,
            .. scenario.Findings.Select(finding => finding.Requirement),
            // A check that judged nothing has proven nothing.
            .. scenario.JudgedInPassing.Where(judged => judged.Value > 0).Select(judged => judged.Key),
        ];

    private static IEnumerable<FoundIn> Found(ScenarioFinished scenario) =>
        scenario.Findings.Select(finding => new FoundIn(scenario, finding));

    private static void RefuseUnknown(HashSet<string> touched, Catalogue catalogue)
    {
        var unknown = touched.Where(id => !catalogue.TryFind(id, out _)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new UnreadableRecordException(
                $"the journal names {string.Join(", ", unknown)}, which this version does not know: use the suite that wrote it");
        }
    }
}
