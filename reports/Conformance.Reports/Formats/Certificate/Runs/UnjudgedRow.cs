using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Certificate.Wording;

namespace Conformance.Reports.Formats.Certificate.Runs;

/// <summary>A requirement of which a run says nothing.</summary>
/// <param name="Requirement">Its id.</param>
/// <param name="Statement">What it asks.</param>
/// <param name="Why">Why this run says nothing, in a sentence.</param>
public sealed record UnjudgedRow(string Requirement, string Statement, string Why)
{
    private const string NoReason = "no reason recorded";

    /// <summary>All of the run's contract, grouped by the kind of reason.</summary>
    public static IReadOnlyList<IGrouping<string, UnjudgedRow>> Of(RunView run) =>
        [.. Skipped(run).Concat(NotTested(run)).ToLookup(row => row.Kind, row => row.Row, StringComparer.Ordinal)];

    private static IEnumerable<(string Kind, UnjudgedRow Row)> Skipped(RunView run) =>
        run.Record.Requirements
            .Where(result => result.Verdict is Verdict.NotApplicable or Verdict.Disabled)
            .OrderByDescending(result => result.Verdict)
            .Select(result => (
                result.Verdict is Verdict.Disabled ? "Switched off by the target file" : "Not applicable to this server",
                new UnjudgedRow(result.Id, result.Statement, result.Reason ?? NoReason)));

    private static IEnumerable<(string Kind, UnjudgedRow Row)> NotTested(RunView run)
    {
        var judged = run.Record.Requirements.Select(result => result.Id).ToHashSet(StringComparer.Ordinal);
        return run.Run.Contract.Catalogue.Requirements
            .Where(row => !judged.Contains(row.Id))
            .OrderBy(row => row.NotTested?.Reason)
            .Select(row => (
                row.NotTested?.Reason.InWords() ?? "Not part of this run",
                new UnjudgedRow(
                    row.Id, row.Statement, row.NotTested?.Explanation ?? "The suite judges it, but nothing in this run was about it.")));
    }
}
