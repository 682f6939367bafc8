using System.CommandLine;
using Conformance.Record.Verdicts;
using Conformance.Reports.Merging;
using Conformance.Reports.Text;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Lists;

/// <summary>The options by which lists of requirements and scenarios are made shorter; all that are given must fit.</summary>
internal sealed class RequirementFilter
{
    private static readonly IReadOnlyDictionary<string, Verdict> Verdicts =
        VerdictNames.WorstFirst.ToDictionary(verdict => verdict.Name().Replace(' ', '-'));

    private readonly Option<string?> dialect = new("--dialect") { Description = $"{string.Join(" or ", KnownContracts.All.Names)}." };
    private readonly Option<string?> level = new("--level") { Description = "With what its level begins, such as must or should." };
    private readonly Option<string?> endpoint = new("--endpoint") { Description = "A part of the endpoint, such as /logout." };
    private readonly Option<string?> profile = ProfileOption.Create();
    private readonly Option<bool> notTested = new("--not-tested") { Description = "What this suite does not judge." };
    private readonly Option<string?> verdict =
        new("--verdict") { Description = $"What the runs given say: {string.Join(", ", Verdicts.Keys)}." };

    public RequirementFilter()
    {
        dialect.AcceptOnlyFromAmong([.. KnownContracts.All.Names]);
        verdict.AcceptOnlyFromAmong([.. Verdicts.Keys]);
        profile.Description = $"What a profile requires: {KnownContracts.All.ProfileChoice()}.";
    }

    public void AddTo(Command command, bool withCoverage)
    {
        Option[] always = [dialect, level, endpoint, profile, verdict];
        foreach (var option in withCoverage ? [.. always, notTested] : always)
            command.Add(option);
    }

    /// <summary>The verdict that is asked for; null if none is.</summary>
    /// <exception cref="BadUsageException">It is asked for without a run.</exception>
    public Verdict? Asked(ParseResult parsed, IReadOnlyList<NamedRun> runs) => parsed.GetValue(verdict) switch
    {
        null => null,
        _ when runs.Count == 0 => throw new BadUsageException("--verdict needs a run: name its run.json."),
        var name => Verdicts[name],
    };

    /// <summary>The rows of the catalogues that fit.</summary>
    /// <exception cref="BadUsageException">An option has a value that no row can fit.</exception>
    public IReadOnlyList<Requirement> Rows(ParseResult parsed)
    {
        var required = ProfileOption.Find(parsed.GetValue(profile))?.Requires;
        return [.. (KnownContracts.All.Find(parsed.GetValue(dialect))?.Catalogue ?? KnownContracts.All.Catalogue).Requirements
            .Intersect(Having(
                parsed.GetValue(level), "level", (row, text) => row.Level.StartsWith(text, StringComparison.OrdinalIgnoreCase)))
            .Intersect(Having(
                parsed.GetValue(endpoint), "endpoint", (row, text) => row.Endpoint.Contains(text, StringComparison.OrdinalIgnoreCase)))
            .Where(row => required is null || required.Contains(row.Id))
            .Where(row => !parsed.GetValue(notTested) || row.Coverage is Coverage.NotTested)];
    }

    private static IEnumerable<Requirement> Having(string? text, string what, Func<Requirement, string, bool> fits)
    {
        var rows = KnownContracts.All.Catalogue.Requirements;
        if (text is null)
            return rows;

        var fitting = rows.Where(row => fits(row, text)).ToList();
        return fitting.Count > 0
            ? fitting
            : throw new BadUsageException($"no requirement has the {what} '{text}'; see what there is with conformance list requirements.");
    }
}
