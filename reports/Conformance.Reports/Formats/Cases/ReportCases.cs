using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;

namespace Conformance.Reports.Formats.Cases;

/// <summary>
/// The test cases of a run: every scenario, every requirement whose verdict no scenario shows, and whatever else makes the run
/// red, down to the profile that it does not meet. So the worst case about a requirement is never better than the record's verdict on
/// it, and a run that the gate does not find conformant has a red case, also where the profile asks for what no scenario of it judged.
/// </summary>
internal static class ReportCases
{
    /// <summary>The group of what exchange checks found while other requirements were tried.</summary>
    public const string InPassing = "JudgedInPassing";

    public static IReadOnlyList<ReportCase> Of(JudgedRun run)
    {
        var requirements = run.Record.Requirements.ToDictionary(requirement => requirement.Id, StringComparer.Ordinal);
        var scenarios = run.Record.Scenarios
            .Select(scenario => Of(scenario, requirements.GetValueOrDefault(scenario.Requirement)))
            .ToList();
        var shown = scenarios.ToLookup(scenario => scenario.Scenario!.Requirement, scenario => scenario.Verdict, StringComparer.Ordinal);
        return
        [
            .. RunProblems.Of(run),
            .. scenarios,
            .. run.Record.Requirements
                .Where(requirement => shown[requirement.Id].All(verdict => verdict < requirement.Verdict))
                .Select(Passing),
        ];
    }

    private static ReportCase Of(ScenarioFinished scenario, RequirementResult? requirement)
    {
        var isWaived = requirement?.Verdict is Verdict.Waived && scenario.Verdict is (Verdict.Fail or Verdict.Warning);
        var (group, name) = Split(scenario.Scenario);
        return new ReportCase(group, name, isWaived ? Verdict.Waived : scenario.Verdict)
        {
            Requirement = requirement,
            Scenario = scenario,
            Reason = isWaived ? requirement!.Reason : scenario.Reason,
            Findings = [.. scenario.Findings.Where(finding => finding.Check is null && finding.Requirement == scenario.Requirement)],
        };
    }

    private static ReportCase Passing(RequirementResult requirement) => new(InPassing, requirement.Id, requirement.Verdict)
    {
        Requirement = requirement,
        Reason = requirement.Reason,
        Findings = requirement.Findings,
    };

    // Fixture.Method("argument.with.dots")
    private static (string Group, string Name) Split(string scenario)
    {
        var dot = scenario.Split('(')[0].IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? ("Scenarios", scenario) : (scenario[..dot], scenario[(dot + 1)..]);
    }
}
