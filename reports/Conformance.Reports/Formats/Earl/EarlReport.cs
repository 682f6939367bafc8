using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;

namespace Conformance.Reports.Formats.Earl;

/// <summary>
/// <c>earl.jsonld</c>, the W3C's Evaluation and Report Language 1.0: an assertion for each requirement. It knows no excuses: what is
/// violated is failed, be it a recommendation or waived, and the result says which. What is only observed cannot fail, so it is
/// inapplicable; what the profile asks and the run did not judge is untested.
/// </summary>
internal static class EarlReport
{
    public static IEnumerable<ReportFile> Write(IReadOnlyList<JudgedRun> runs) =>
        [new("earl.jsonld", ReportJson.Write(new Dictionary<string, object>
        {
            ["@context"] = EarlContext.Terms,
            ["@graph"] = runs.SelectMany((run, index) => new EarlGraph(run, index).Nodes()),
        }))];

    /// <summary>The vocabulary's word for a verdict; null is the verdict on what was not judged.</summary>
    public static string Outcome(Verdict? verdict) => verdict switch
    {
        Verdict.Pass => "earl:passed",
        Verdict.Fail or Verdict.Warning or Verdict.Waived => "earl:failed",
        Verdict.NotApplicable or Verdict.Observed => "earl:inapplicable",
        Verdict.Error or Verdict.Inconclusive => "earl:cantTell",
        _ => "earl:untested",
    };
}
