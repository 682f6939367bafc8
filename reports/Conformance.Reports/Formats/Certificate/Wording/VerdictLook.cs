using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Certificate.Wording;

/// <summary>
/// How verdicts look: a symbol beside the word, so that no verdict is told by its colour alone, and a class for the style.
/// </summary>
internal static class VerdictLook
{
    /// <summary>Single characters that fonts have and that nobody draws as an emoji.</summary>
    public static string Symbol(this Verdict verdict) => verdict switch
    {
        Verdict.Pass => "✓",
        Verdict.Fail => "✕",
        Verdict.Warning => "!",
        Verdict.Waived => "≈",
        Verdict.Inconclusive => "?",
        Verdict.Error => "⊘",
        Verdict.Observed => "○",
        Verdict.NotApplicable => "–",
        _ => "□",
    };

    public static string Style(this Verdict verdict) => verdict.Name().Replace(' ', '-');

    public static Verdict AsVerdict(this Conformity conformity) => conformity switch
    {
        Conformity.Conformant => Verdict.Pass,
        Conformity.NonConformant => Verdict.Fail,
        _ => Verdict.Inconclusive,
    };

    public static string InWords(this Conformity conformity) => conformity switch
    {
        Conformity.Conformant => "Conformant",
        Conformity.NonConformant => "Not conformant",
        Conformity.WaiverProblem => "Waivers do not hold",
        Conformity.NotVerified => "Not verified",
        Conformity.AnotherRun => "Another run",
        _ => "Inconclusive",
    };
}
