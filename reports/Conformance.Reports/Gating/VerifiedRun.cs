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
        if (whyNotMeant is not null)
            return Refused(run, Conformity.AnotherRun, "not the run that was asked for", [whyNotMeant]);

        var problems = Problems(run.Record);
        return problems.Count == 0 ? run : Refused(run, Conformity.NotVerified, "not verified", problems);
    }

    private static JudgedRun Refused(JudgedRun run, Conformity conformity, string word, IReadOnlyList<Contradiction> problems)
    {
        var reason = $"{word}: {run.Record.Target.Name}: {OneLine.Of(problems[0].Place)} {OneLine.Of(problems[0].Problem)}"
            + (problems.Count == 1 ? "" : $" ({problems.Count} contradictions in all)");
        return run with { Gate = new GateResult(conformity, reason, [], []) { Contradictions = problems } };
    }

    private static IReadOnlyList<Contradiction> Problems(RunRecord record) =>
        RecordVersion.WhyOfAnother(record) is { } another ? [another] : Recomputation.Of(record).Contradictions;
}
