using Conformance.Record.Text;
using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;

namespace Conformance.Reports.Formats.Badges;

/// <summary>What a badge says.</summary>
/// <param name="Label">The left half.</param>
/// <param name="Message">The right half.</param>
/// <param name="Conformity">What the colour says too.</param>
/// <param name="HasWarnings">Whether the target is conformant with warnings, waivers or tolerances only.</param>
internal sealed record Badge(string Label, string Message, Conformity Conformity, bool HasWarnings)
{
    /// <summary>Dark enough for white text on it to be read.</summary>
    public string Colour => Conformity switch
    {
        Conformity.Conformant => HasWarnings ? "#66720a" : "#2e7d32",
        Conformity.NonConformant => "#c62828",
        Conformity.WaiverProblem => "#b14a00",
        Conformity.NotVerified or Conformity.AnotherRun => "#c62828",
        _ => "#616161",
    };

    /// <summary>Whether shields has to keep the colour, whatever the reader asks for.</summary>
    public bool IsError => Conformity is not Conformity.Conformant;

    public static Badge Of(JudgedRun run)
    {
        var warnings = run.Gate.Lines.Count(line => line.Verdict is Verdict.Warning);
        var waived = run.Gate.Lines.Count(line => line.Verdict is Verdict.Waived);
        var met = $"{Digits.Of(run.Gate.Lines.Count(line => line.IsMet))}/{Digits.Of(run.Gate.Lines.Count)}";
        string?[] parts =
        [
            $"{Word(run.Gate.Conformity)} {met}",
            warnings == 0 ? null : warnings == 1 ? "1 warning" : $"{Digits.Of(warnings)} warnings",
            waived == 0 ? null : $"{Digits.Of(waived)} waived",
            Concessions.InShort(run.Record),
        ];
        return new(
            run.Profile.Name,
            string.Join(", ", parts.OfType<string>()),
            run.Gate.Conformity,
            warnings + waived > 0 || Concessions.InShort(run.Record) is not null);
    }

    /// <summary>One badge about several runs; the worst decides. None at all prove nothing.</summary>
    public static Badge OfAll(IReadOnlyList<JudgedRun> runs)
    {
        var conformant = runs.Count(run => run.Gate.Conformity is Conformity.Conformant);
        var worst = runs.Select(run => run.Gate.Conformity).DefaultIfEmpty(Conformity.Inconclusive).MaxBy(Gravity);
        return new(
            "conformance",
            $"{Word(worst)}: {Digits.Of(conformant)} of {Digits.Of(runs.Count)} targets conformant",
            worst,
            runs.Any(run => Of(run).HasWarnings));
    }

    private static string Word(Conformity conformity) => conformity switch
    {
        Conformity.Conformant => "conformant",
        Conformity.NonConformant => "not conformant",
        Conformity.WaiverProblem => "waivers do not hold",
        Conformity.NotVerified => "not verified",
        Conformity.AnotherRun => "another run",
        _ => "inconclusive",
    };

    private static int Gravity(Conformity conformity) => conformity switch
    {
        Conformity.Conformant => 0,
        Conformity.Inconclusive => 1,
        Conformity.WaiverProblem => 2,
        _ => 3,
    };
}
