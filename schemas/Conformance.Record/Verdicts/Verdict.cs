namespace Conformance.Record.Verdicts;

/// <summary>What a run says of one requirement on one target, from the most harmless to the worst.</summary>
public enum Verdict
{
    /// <summary>Switched off by the operator's configuration.</summary>
    Disabled,

    /// <summary>The target lacks the capability, or its edition does not know the requirement.</summary>
    NotApplicable,

    /// <summary>The contract leaves it open; what the server did is written down.</summary>
    Observed,

    Pass,

    /// <summary>Violated, and excused by the operator until a date. Never a pass.</summary>
    Waived,

    /// <summary>Violated, where the contract only recommends.</summary>
    Warning,

    /// <summary>A control failed, so that nothing was proven.</summary>
    Inconclusive,

    /// <summary>The suite itself failed, or a planned scenario has no verdict.</summary>
    Error,

    /// <summary>Violated.</summary>
    Fail,
}

/// <summary>How verdicts add up.</summary>
public static class VerdictFolding
{
    /// <summary>The worst of several verdicts; a proven violation outweighs everything.</summary>
    public static Verdict Worst(this IEnumerable<Verdict> verdicts) => verdicts.Max();

    /// <summary>Whether a run with this verdict must end non-zero.</summary>
    public static bool IsRed(this Verdict verdict) => verdict is Verdict.Fail or Verdict.Error or Verdict.Inconclusive;
}
