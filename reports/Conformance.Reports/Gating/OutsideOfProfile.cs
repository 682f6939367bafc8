using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Profiles;

namespace Conformance.Reports.Gating;

/// <summary>
/// What went wrong in a run at requirements that its profile does not ask for: nobody should take a
/// verdict against a profile for more than it is.
/// </summary>
internal static class OutsideOfProfile
{
    /// <summary>
    /// The requirements beyond the profile that failed or were inconclusive, the worst first. What is waived is excused here too.
    /// </summary>
    public static IReadOnlyList<GateLine> Of(RunRecord record, Profile profile) =>
    [
        .. record.Requirements
            .Where(result => IsWrong(result.Verdict))
            .Select(result => result.Id)
            .Distinct(StringComparer.Ordinal)
            .Except(profile.Requires)
            .Select(id => GateLines.Of(id, [.. record.Requirements.Where(result => result.Id == id)], profile.AllowsWarnings, inPart: null))
            .OrderByDescending(line => line.Verdict),
    ];

    /// <summary>How many they are, as the end of the sentence that tells the judgement.</summary>
    public static string Tell(int count, bool isCounted) => (count, isCounted) switch
    {
        (0, _) => "outside of it no row failed or was inconclusive",
        (1, false) => "outside of it 1 row failed or was inconclusive",
        (1, true) => "outside of it 1 row failed or was inconclusive, and counts",
        (_, false) => $"outside of it {count} rows failed or were inconclusive",
        (_, true) => $"outside of it {count} rows failed or were inconclusive, and count",
    };

    private static bool IsWrong(Verdict verdict) => verdict is Verdict.Fail or Verdict.Inconclusive or Verdict.Error;
}
