using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Certificate.Runs;
using Conformance.Reports.Formats.Certificate.Wording;
using Conformance.Schemas.Scenarios;

namespace Conformance.Reports.Formats.Certificate.Evidence;

/// <summary>
/// Whether a run tried all that the suite has for a requirement. The faults were caught by the whole of it on servers that can do
/// everything, and nobody recorded by which scenario; so one that did not run, was not applicable or did not pass leaves each in doubt.
/// </summary>
internal static class SuiteCoverage
{
    private const int MostNamed = 3;

    /// <summary>Why it did not, as the end of a sentence; null if it did.</summary>
    public static string? Gap(RunView run, RequirementResult requirement)
    {
        var known = run.Run.Contract.ScenariosOf(requirement.Id).Select(scenario => scenario.Name).ToList();
        if (known.Count == 0)
            return "it was judged in passing only, by what this run happened to exchange";

        var passed = requirement.Scenarios.Select(run.Scenario).OfType<ScenarioFinished>()
            .GroupBy(scenario => ScenarioName.WithoutCase(scenario.Scenario), StringComparer.Ordinal)
            .Where(cases => cases.All(scenario => scenario.Verdict is Verdict.Pass))
            .Select(cases => cases.Key)
            .ToHashSet(StringComparer.Ordinal);
        var missing = known.Where(name => !passed.Contains(name)).ToList();
        return missing.Count == 0 ? null : $"this run has no pass of {Named(missing)}";
    }

    private static string Named(List<string> names)
    {
        var shown = string.Join(", ", names.Take(MostNamed).Select(name => $"`{name}`"));
        return names.Count <= MostNamed ? shown : $"{shown} and {Figures.Count(names.Count - MostNamed, "other scenario")}";
    }
}
