using System.CommandLine;
using Conformance.Reports.Merging;
using Conformance.Reports.Text;
using Conformance.Schemas.Requirements;
using Conformance.Tool.Files;

namespace Conformance.Tool.Lists;

/// <summary><c>conformance list requirements</c>.</summary>
internal static class RequirementListing
{
    public static Command Create()
    {
        var filter = new RequirementFilter();
        var runs = RunFiles.Argument(ArgumentArity.ZeroOrMore, "Whose verdicts to show");
        return Listing.Create(
            "requirements",
            "What the contracts ask, and what runs say of it.",
            "list requirements run.json --verdict fail --endpoint /logout",
            command =>
            {
                command.Add(runs);
                filter.AddTo(command, withCoverage: true);
            },
            parsed => Items(filter, parsed, RunFiles.Read(parsed.GetValue(runs) ?? [])),
            Row);
    }

    private static List<ListedRequirement> Items(RequirementFilter filter, ParseResult parsed, IReadOnlyList<NamedRun> runs)
    {
        var asked = filter.Asked(parsed, runs);
        return [.. filter.Rows(parsed)
            .Select(row => Item(row, runs))
            .Where(item => asked is null || item.Verdicts!.Any(verdict => verdict.Verdict == asked))];
    }

    private static ListedRequirement Item(Requirement row, IReadOnlyList<NamedRun> runs) => new(
        row.Id,
        row.Endpoint,
        row.Level,
        row.Severity,
        row.Basis,
        row.Statement,
        row.Coverage,
        row.NotTested,
        runs.Count == 0 ? null : [.. runs.SelectMany(
            run => run.Record.Requirements.Where(result => result.Id == row.Id),
            (run, result) => new ListedVerdict(run.Record.Target.Name, result.Verdict))]);

    private static string[] Row(ListedRequirement item) => [item.Id, item.Verdicts is { } verdicts ? Joined(verdicts) : item.Level, item.Statement];

    /// <summary>The verdicts of several runs, the worst first, each once.</summary>
    internal static string Joined(IReadOnlyList<ListedVerdict> verdicts) => verdicts.Count == 0
        ? "missing"
        : string.Join(", ", verdicts.Select(verdict => verdict.Verdict).Distinct().OrderDescending().Select(verdict => verdict.Name()));
}
