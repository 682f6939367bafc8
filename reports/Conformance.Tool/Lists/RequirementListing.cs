using System.CommandLine;
using Conformance.Reports.Merging;
using Conformance.Reports.Text;
using Conformance.Schemas.Requirements;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;

namespace Conformance.Tool.Lists;

/// <summary><c>conformance list requirements</c>.</summary>
internal sealed class RequirementListing : ToolCommand
{
    private readonly Argument<string[]> runFiles = RunFiles.Argument(ArgumentArity.ZeroOrMore, "Whose verdicts to show");
    private readonly RequirementFilter filter = new();

    public RequirementListing()
        : base("requirements", "What the contracts ask, and what runs say of it.")
    {
        Take(runFiles);
        filter.AddTo(this, withCoverage: true);
        Listing.Show(this, Items, Row);
    }

    public override IReadOnlyList<string> Examples => ["list requirements run.json --verdict fail --endpoint /logout"];

    private List<ListedRequirement> Items(ParseResult parsed)
    {
        var runs = RunFiles.Read(parsed.GetValue(runFiles) ?? []);
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

    private static string[] Row(ListedRequirement item) =>
        [item.Id, item.Verdicts is { } verdicts ? Joined(verdicts) : item.Level, item.Statement];

    /// <summary>The verdicts of several runs, the worst first, each once.</summary>
    internal static string Joined(IReadOnlyList<ListedVerdict> verdicts) => verdicts.Count == 0
        ? "missing"
        : string.Join(", ", verdicts.Select(verdict => verdict.Verdict).Distinct().OrderDescending().Select(verdict => verdict.Name()));
}
