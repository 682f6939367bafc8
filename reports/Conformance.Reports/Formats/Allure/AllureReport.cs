using System.Globalization;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Cases;
using Conformance.Reports.Gating;

namespace Conformance.Reports.Formats.Allure;

/// <summary>
/// The folder <c>allure-results</c>, in the form of Allure 2 that Allure 3 reads: a result for each <see cref="ReportCase"/>, its
/// judgements as steps, its exchanges as attachments. A warning is skipped with its finding, as <c>dotnet test</c> shows
/// it: as passed nobody would see it, and failed would break gates that the catalogue does not break.
/// </summary>
internal static class AllureReport
{
    private const string Folder = "allure-results";

    /// <summary>The files, one by one: their texts, all at once, would be many times as long as the record.</summary>
    public static IEnumerable<ReportFile> Write(IReadOnlyList<JudgedRun> runs)
    {
        foreach (var file in runs.SelectMany(Results))
            yield return file;

        yield return new($"{Folder}/categories.json", AllureSurroundings.Categories());
        yield return new($"{Folder}/environment.properties", AllureSurroundings.Environment(runs));
    }

    /// <summary>The format's word for a verdict.</summary>
    public static string Status(Verdict verdict) => verdict switch
    {
        Verdict.Pass or Verdict.Observed => "passed",
        Verdict.Fail => "failed",
        Verdict.Error or Verdict.Inconclusive => "broken",
        _ => "skipped",
    };

    private static IEnumerable<ReportFile> Results(JudgedRun run, int index)
    {
        var results = new AllureResults(run, $"{index.ToString(CultureInfo.InvariantCulture)}/{RunIds.Of(run.Record)}");
        foreach (var reported in ReportCases.Of(run))
        {
            var (id, result, attachments) = results.Of(reported);
            yield return new($"{Folder}/{id}-result.json", ReportJson.WriteOnOneLine(result));
            foreach (var (name, text) in attachments.Files)
                yield return new($"{Folder}/{name}", text);
        }
    }
}
