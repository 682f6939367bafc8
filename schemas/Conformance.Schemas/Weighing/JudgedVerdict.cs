using Conformance.Record.Verdicts;
using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Weighing;

/// <summary>The verdict of a scenario that came to its end, or to the end of what its first promise left to be seen.</summary>
public static class JudgedVerdict
{
    /// <summary>The verdict, and why where it is no judgement of the server.</summary>
    /// <param name="findings">What the scenario itself found.</param>
    /// <param name="observed">How many observations it wrote down.</param>
    /// <param name="promises">How many promises it judged, with or without a mismatch.</param>
    /// <param name="requirement">What it is about.</param>
    public static (Verdict Verdict, string? Reason) Of(
        IEnumerable<Finding> findings, int observed, int promises, Requirement requirement) =>
        requirement.Severity switch
        {
            Severity.Observe when observed + promises == 0 => (Verdict.Error, "The scenario observed nothing."),
            not Severity.Observe when promises == 0 => (Verdict.Error, "The scenario judged nothing."),
            // In strict mode a few rows that are observed otherwise are findings.
            Severity.Observe => (findings.Select(finding => finding.Verdict).Append(Verdict.Observed).Worst(), null),
            _ => (findings.Select(finding => finding.Verdict).Append(Verdict.Pass).Worst(), null),
        };
}
