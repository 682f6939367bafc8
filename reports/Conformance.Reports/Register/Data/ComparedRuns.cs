using Conformance.Record.Runs;
using Conformance.Record.Text;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Reports.Formats;
using Conformance.Reports.Formats.Certificate.Wording;
using Conformance.Reports.Register.Entries;
using Conformance.Reports.Text;

namespace Conformance.Reports.Register.Data;

/// <summary>
/// Every run in a few characters, for the script that compares any two: precomputed, all pairs would grow with the square of the runs.
/// </summary>
internal static class ComparedRuns
{
    // One letter for each verdict, in the order of the enumeration; a hyphen for none.
    private const char NotJudged = '-';
    private const char First = 'a';
    private const int LongestReason = 200;

    /// <summary>JSON in ASCII, in which no character is one of HTML: it can be a part of a page.</summary>
    public static string Write(RegisterContents contents) => ReportJson.WriteOnOneLine(new
    {
        verdicts = Enum.GetValues<Verdict>().ToDictionary(
            Letter, verdict => new { name = verdict.Name(), symbol = verdict.Symbol(), style = verdict.Style() }),
        contracts = contents.Sections.Select(section => section.Requirements.Select(row => new
        {
            id = row.Id,
            page = Places.Requirement(row.Id),
            statement = Visible.Line(row.Statement.Replace("`", "", StringComparison.Ordinal)),
        })),
        runs = contents.Sections.Index().SelectMany(section => section.Item.Implementations.SelectMany(
            implementation => implementation.Runs,
            (implementation, run) => Told(section.Index, section.Item, implementation, run))),
    });

    private static object Told(int contract, ContractSection section, Implementation implementation, EnteredRun run)
    {
        var results = section.Requirements.Select(row => run.Find(row.Id)).ToList();
        return new
        {
            id = run.Id,
            contract,
            name = $"{Visible.Line(implementation.Name)}{(run.Submission is { } submission ? $" {Visible.Line(submission.Version)}" : "")}"
                + $", {Figures.Day(run.Record.StartedAt)}",
            certificate = Places.Certificate(run),
            verdicts = string.Concat(results.Select(result => result is null ? $"{NotJudged}" : Letter(result.Verdict))),
            why = ByPlace(results, result => Excerpted(EnteredRun.Why(result))),
            ways = ByPlace(results, result => FindingFingerprint.Of(result.Findings) ?? ""),
        };
    }

    private static string Letter(Verdict verdict) => $"{(char)(First + (int)verdict)}";

    private static string Excerpted(string reason) => OneLine.Of(reason, LongestReason);

    // Most have nothing to say.
    private static Dictionary<string, string> ByPlace(List<RequirementResult?> results, Func<RequirementResult, string> tell) => results
        .Index()
        .Where(result => result.Item is not null)
        .Select(result => (Place: Digits.Of(result.Index), Told: tell(result.Item!)))
        .Where(result => result.Told.Length > 0)
        .ToDictionary(result => result.Place, result => result.Told, StringComparer.Ordinal);
}
