using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;

namespace Conformance.SelfTests.Suites.Matrix;

/// <summary>
/// Fills in the last column of the tables that compare other suites with this one. What judges a row is known; what the other
/// test asserts, our rows for it, and why a row has to wait, are written by people and stay.
/// </summary>
internal static class ComparisonCompletion
{
    private const string PassingCheck = "passing check";

    /// <summary>The text with every line of some tables completed.</summary>
    public static string Completed(string markdown, IEnumerable<ComparisonLine> lines) =>
        lines.Aggregate(markdown, (text, line) => text.Replace($"{line.Text}\n", $"{Completed(line)}\n", StringComparison.Ordinal));

    /// <summary>
    /// The line without scenarios that judge none of its rows, and with all that judge a row that none of it judges. Where all
    /// rows are judged it no longer says <c>not yet</c>.
    /// </summary>
    public static string Completed(ComparisonLine line)
    {
        var rows = line.Requirements.Where(IsCovered).ToList();
        var kept = line.Scenarios.Where(scenario => SuiteScenarios.RowsOf(scenario).Any(rows.Contains)).ToList();
        var open = rows
            .Where(id => !kept.Any(scenario => SuiteScenarios.RowsOf(scenario).Contains(id)) && !(line.NamesPassingCheck && IsChecked(id)))
            .ToList();
        var needsCheck = line.NamesPassingCheck ? rows.Any(IsChecked) : open.Any(id => IsChecked(id) && !SuiteScenarios.Of(id).Any());
        string[] names =
        [
            .. kept.Concat(open.SelectMany(SuiteScenarios.Of)).Select(scenario => $"`{scenario}`"),
            .. needsCheck ? [PassingCheck] : Array.Empty<string>(),
        ];
        var prose = line.SaysNotYet && rows.Count == line.Requirements.Count ? "" : line.Prose;
        return line.With(string.Join("; ", new[] { string.Join(", ", names), prose }.Where(part => part.Length > 0)));
    }

    private static bool IsCovered(string id) =>
        KnownContracts.Matrix.Catalogue.TryFind(id, out var row) && row.Coverage is Coverage.Covered;

    private static bool IsChecked(string id) => SuiteScenarios.CheckedInPassing.Contains(id);
}
