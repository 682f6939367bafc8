using System.CommandLine;
using Conformance.Reports.Merging;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.Schemas.Scenarios;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;

namespace Conformance.Tool.Lists;

/// <summary><c>conformance list scenarios</c>.</summary>
internal sealed class ScenarioListing : ToolCommand
{
    private readonly Argument<string[]> runFiles = RunFiles.Argument(ArgumentArity.ZeroOrMore, "Whose verdicts to show");
    private readonly RequirementFilter filter = new();

    public ScenarioListing()
        : base("scenarios", "What the suite tries, and what runs say of it.")
    {
        Take(runFiles);
        filter.AddTo(this, withCoverage: false);
        Listing.Show(this, Items, Row);
    }

    public override IReadOnlyList<string> Examples => ["list scenarios --profile matrix-logout"];

    private List<ListedScenario> Items(ParseResult parsed)
    {
        var runs = RunFiles.Read(parsed.GetValue(runFiles) ?? []);
        var asked = filter.Asked(parsed, runs);
        return [.. filter.Rows(parsed)
            .SelectMany(row => KnownContracts.All.ScenariosOf(row.Id), (row, scenario) => Item(row, scenario, runs))
            .Where(item => asked is null || item.Verdicts!.Any(verdict => verdict.Verdict == asked))];
    }

    private static ListedScenario Item(Requirement row, ScenarioName scenario, IReadOnlyList<NamedRun> runs) => new(
        scenario.Name,
        row.Id,
        row.Endpoint,
        row.Level,
        runs.Count == 0 ? null : [.. runs.SelectMany(
            run => run.Record.Scenarios.Where(
                finished => ScenarioName.WithoutCase(finished.Scenario) == scenario.Name && finished.Requirement == row.Id),
            (run, finished) => new ListedVerdict(run.Record.Target.Name, finished.Verdict, Case(finished.Scenario, scenario.Name)))]);

    private static string? Case(string scenario, string name) => scenario.Length > name.Length ? scenario[name.Length..] : null;

    private static string[] Row(ListedScenario item) => item.Verdicts is { } verdicts
        ? [item.Requirement, RequirementListing.Joined(verdicts), item.Name]
        : [item.Requirement, item.Name];
}
