using System.CommandLine;
using Conformance.Reports.Merging;
using Conformance.Reports.Scenarios;
using Conformance.Schemas.Requirements;
using Conformance.Tool.Files;

namespace Conformance.Tool.Lists;

/// <summary><c>conformance list scenarios</c>.</summary>
internal static class ScenarioListing
{
    public static Command Create()
    {
        var filter = new RequirementFilter();
        var runs = RunFiles.Argument(ArgumentArity.ZeroOrMore, "Whose verdicts to show");
        return Listing.Create(
            "scenarios",
            "What the suite tries, and what runs say of it.",
            "list scenarios --profile matrix-logout",
            command =>
            {
                command.Add(runs);
                filter.AddTo(command, withCoverage: false);
            },
            parsed => Items(filter, parsed, RunFiles.Read(parsed.GetValue(runs) ?? [])),
            Row);
    }

    private static List<ListedScenario> Items(RequirementFilter filter, ParseResult parsed, IReadOnlyList<NamedRun> runs)
    {
        var asked = filter.Asked(parsed, runs);
        return [.. filter.Rows(parsed)
            .SelectMany(row => ScenarioNames.Judging(row.Id), (row, scenario) => Item(row, scenario, runs))
            .Where(item => asked is null || item.Verdicts!.Any(verdict => verdict.Verdict == asked))];
    }

    private static ListedScenario Item(Requirement row, ScenarioName scenario, IReadOnlyList<NamedRun> runs) => new(
        scenario.Name,
        row.Id,
        row.Endpoint,
        row.Level,
        runs.Count == 0 ? null : [.. runs.SelectMany(
            run => run.Record.Scenarios.Where(finished => ScenarioNames.WithoutCase(finished.Scenario) == scenario.Name && finished.Requirement == row.Id),
            (run, finished) => new ListedVerdict(run.Record.Target.Name, finished.Verdict, Case(finished.Scenario, scenario.Name)))]);

    private static string? Case(string scenario, string name) => scenario.Length > name.Length ? scenario[name.Length..] : null;

    private static string[] Row(ListedScenario item) => item.Verdicts is { } verdicts
        ? [item.Requirement, RequirementListing.Joined(verdicts), item.Name]
        : [item.Requirement, item.Name];
}
