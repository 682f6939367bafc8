using Conformance.Record.Verdicts;

namespace Conformance.Reports.Register.Entries;

/// <summary>What a run says of an area.</summary>
/// <param name="Kept">Requirements that pass.</param>
/// <param name="Judged">Requirements that were tried.</param>
/// <param name="Violated">Requirements that fail, excused or not.</param>
/// <param name="Worst">The worst verdict; null if nothing was tried.</param>
public sealed record AreaCount(int Kept, int Judged, int Violated, Verdict? Worst)
{
    /// <summary>Counts the verdicts of a run on an area.</summary>
    public static AreaCount Of(Area area, EnteredRun run)
    {
        var verdicts = area.Requirements
            .Select(row => run.Find(row.Id)?.Verdict)
            .OfType<Verdict>()
            .Where(IsJudged)
            .ToList();
        return new(
            verdicts.Count(verdict => verdict is Verdict.Pass),
            verdicts.Count,
            verdicts.Count(verdict => verdict is Verdict.Fail or Verdict.Waived),
            verdicts.Count == 0 ? null : verdicts.Max());
    }

    /// <summary>Whether a verdict says that somebody tried: a requirement that is left open, lacking or switched off was not.</summary>
    public static bool IsJudged(Verdict verdict) =>
        verdict is not (Verdict.Observed or Verdict.NotApplicable or Verdict.Disabled);
}
