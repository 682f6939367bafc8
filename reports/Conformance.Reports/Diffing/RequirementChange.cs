using Conformance.Record.Verdicts;

namespace Conformance.Reports.Diffing;

/// <summary>What a change of verdict means for somebody who compares two runs, the most urgent first.</summary>
public enum ChangeKind
{
    /// <summary>The verdict got worse, or what was not judged before could not be proven.</summary>
    Regression,

    /// <summary>
    /// Judged before, and not any more: not applicable, disabled, only observed, missing; or
    /// violated before, and not proven any more.
    /// </summary>
    LostCoverage,

    /// <summary>Violated before and now, but in another way.</summary>
    OtherFinding,

    /// <summary>The verdict got better.</summary>
    Fix,

    /// <summary>Not judged before, and judged now, well or badly.</summary>
    NewCoverage,
}

/// <summary>A requirement on which two runs do not agree.</summary>
/// <param name="Kind">What the change means.</param>
/// <param name="Requirement">Id of the requirement.</param>
/// <param name="Endpoint">Its endpoint or topic.</param>
/// <param name="Level">Its level.</param>
/// <param name="Old">The verdict of the older run; null if it has none.</param>
/// <param name="New">The verdict of the newer run; null if it has none.</param>
/// <param name="Why">The evidence of the newer run, or the reason why there is none; of the older one
/// if the newer has nothing to say.</param>
public sealed record RequirementChange(
    ChangeKind Kind, string Requirement, string Endpoint, string Level, Verdict? Old, Verdict? New, string Why);
