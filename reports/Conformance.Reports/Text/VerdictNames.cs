using Conformance.Record.Verdicts;

namespace Conformance.Reports.Text;

/// <summary>Verdicts as people read them.</summary>
public static class VerdictNames
{
    /// <summary>Every verdict, the worst first, as reports list them.</summary>
    public static IReadOnlyList<Verdict> WorstFirst { get; } = [.. Enum.GetValues<Verdict>().OrderDescending()];

    /// <summary>The word for a verdict.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Disabled => "disabled",
        Verdict.NotApplicable => "not applicable",
        Verdict.Observed => "observed",
        Verdict.Pass => "pass",
        Verdict.Waived => "waived",
        Verdict.Warning => "warning",
        Verdict.Inconclusive => "inconclusive",
        Verdict.Error => "error",
        Verdict.Fail => "fail",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "not a verdict"),
    };
}
