using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Cases;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Ctrf;

/// <summary>
/// <c>ctrf.json</c>, the Common Test Report Format: one test for each <see cref="ReportCase"/>. What proved nothing is failed,
/// because gates read that word only; a warning is <c>other</c>; <c>rawStatus</c> has our own word.
/// </summary>
internal static class CtrfReport
{
    private const string SpecVersion = "0.0.0";

    public static IEnumerable<ReportFile> Write(IReadOnlyList<JudgedRun> runs)
    {
        var tests = runs.Select((run, i) => (Run: run, Index: i))
            .SelectMany(numbered => new CtrfTests(numbered.Run, numbered.Index).All())
            .ToList();
        return [new("ctrf.json", ReportJson.Write(new
        {
            reportFormat = "CTRF",
            specVersion = SpecVersion,
            reportId = ContentId.Uuid(["ctrf", .. runs.Select(run => RunIds.Of(run.Record))]),
            timestamp = runs.Count == 0 ? null : Moments.Iso(runs.Max(run => Moments.EndOf(run.Record))),
            generatedBy = "Conformance",
            results = new
            {
                tool = new { name = "Conformance", version = runs.Count == 0 ? null : runs[0].Record.SuiteVersion },
                summary = Summary(runs, tests),
                tests,
                extra = new { runs = runs.Select(
                    run => RunProperties.Of(run).ToDictionary(property => property.Name, property => OneLine.Of(property.Value))) },
            },
        }))];
    }

    /// <summary>The format's word for a verdict.</summary>
    public static string Status(Verdict verdict) => verdict switch
    {
        Verdict.Pass or Verdict.Observed => "passed",
        Verdict.Fail or Verdict.Error or Verdict.Inconclusive => "failed",
        Verdict.Warning => "other",
        _ => "skipped",
    };

    private static object Summary(IReadOnlyList<JudgedRun> runs, List<CtrfTest> tests)
    {
        var start = runs.Select(run => run.Record.StartedAt.ToUnixTimeMilliseconds()).DefaultIfEmpty().Min();
        var stop = runs.Select(run => Moments.EndOf(run.Record).ToUnixTimeMilliseconds()).DefaultIfEmpty().Max();
        var counts = tests.CountBy(test => test.Status).ToDictionary();
        return new
        {
            tests = tests.Count,
            passed = counts.GetValueOrDefault("passed"),
            failed = counts.GetValueOrDefault("failed"),
            skipped = counts.GetValueOrDefault("skipped"),
            pending = 0,
            other = counts.GetValueOrDefault("other"),
            suites = runs.Count,
            start,
            stop,
            duration = stop - start,
        };
    }
}
