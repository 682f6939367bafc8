using Conformance.Record.Runs;
using Conformance.Reports.Text;
using Conformance.Reports.Verification;

namespace Conformance.Reports.Gating;

/// <summary>Verifies a run before anybody acts on its judgement: a record is a file, and anybody can have written it.</summary>
public static class VerifiedRun
{
    /// <summary>
    /// The run as it was judged, if its exchanges give its verdicts and this version's scenarios are all in it; else not verified, whatever
    /// the judgement was.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="whyNotMeant">Why it is not the run that was meant; null if it may be.</param>
    public static JudgedRun Of(JudgedRun run, Contradiction? whyNotMeant = null)
    {
        var problems = whyNotMeant is null ? Problems(run.Record) : [whyNotMeant];
        if (problems is not [var first, ..])
            return run;

        var refusal = new GateResult(Conformity.NotVerified, Reason(run, first, problems.Count), [], []) { Contradictions = problems };
        return run with { Gate = refusal };
    }

    private static IReadOnlyList<Contradiction> Problems(RunRecord record) =>
        RecordVersion.WhyOfAnother(record) is { } another ? [another] : Recomputation.Of(record).Contradictions;

    private static string Reason(JudgedRun run, Contradiction first, int count) =>
        $"not verified: {run.Record.Target.Name}: {OneLine.Of(first.Place)} {OneLine.Of(first.Problem)}"
        + (count == 1 ? "" : $" ({count} contradictions in all)");
}
