using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;

namespace Conformance.Reports.Gating;

/// <summary>What a run says of single requirements of a profile.</summary>
internal static class GateLines
{
    /// <summary>The line of one requirement; of several results the worst counts.</summary>
    public static GateLine Of(string id, IReadOnlyList<RequirementResult> results, bool allowsWarnings, string? inPart)
    {
        if (results.Count == 0)
            return new GateLine(id, null, false, "not judged in this run");

        var worst = results.MaxBy(result => result.Verdict)!;
        var isMet = worst.Verdict is Verdict.Pass or Verdict.Waived || (worst.Verdict is Verdict.Warning && allowsWarnings);
        return isMet && inPart is not null
            ? new GateLine(id, worst.Verdict, false, inPart)
            : new GateLine(id, worst.Verdict, isMet, Why(worst));
    }

    private static string Why(RequirementResult result) => result.Verdict switch
    {
        Verdict.Pass => "",
        Verdict.Fail or Verdict.Warning => $"{WorstFinding(result) ?? result.Reason ?? result.Statement}{Fingerprint(result)}",
        Verdict.Inconclusive or Verdict.Error => result.Reason ?? "no reason recorded",
        Verdict.Waived => $"{result.Reason ?? "no reason recorded"}{OldWaiver(result)}",
        Verdict.Observed => "not judged in this run: only observed",
        _ => $"not judged in this run: {result.Reason ?? "no reason recorded"}",
    };

    private static string OldWaiver(RequirementResult result) =>
        result.Waiver is { Waiver.Fingerprint: var named } && FindingFingerprint.IsFirst(named)
            ? $"; the fingerprint of its waiver is of an earlier version, write {FindingFingerprint.Of(result.Findings)}"
            : "";

    // A waiver has to name it.
    private static string Fingerprint(RequirementResult result) =>
        result.Fingerprint is { } fingerprint ? $" (fingerprint {fingerprint})" : "";

    private static string? WorstFinding(RequirementResult result) =>
        result.Findings.Where(finding => finding.Verdict == result.Verdict).Select(finding => finding.Mismatch.ToString()).FirstOrDefault();
}
