using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;
using Conformance.Schemas.Contracts;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>How green a run is: which rows of its profile are met, and how many rows are wrong.</summary>
internal sealed class Greenness(RunRecord honest)
{
    private readonly HashSet<string> met = Met(honest);
    private readonly int wrong = Wrong(honest);

    /// <summary>Whether a forged record would look better, whatever a gate says of it.</summary>
    public bool IsExceededBy(RunRecord forged)
    {
        try
        {
            return !Met(forged).IsSubsetOf(met) || Wrong(forged) < wrong;
        }
        catch (Exception e) when (e is UnknownProfileException or DialectMismatchException)
        {
            // No gate judges it.
            return false;
        }
    }

    private static HashSet<string> Met(RunRecord record) =>
        [.. JudgedRun.Of(record).Gate.Lines.Where(line => line.IsMet).Select(line => line.Requirement)];

    private static int Wrong(RunRecord record) =>
        record.Requirements.Count(row => row.Verdict is Verdict.Fail or Verdict.Inconclusive or Verdict.Error);
}
