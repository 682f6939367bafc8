using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Schemas.Contracts;

namespace Conformance.SelfTests.Reports;

/// <summary>Runs of all rows of one profile.</summary>
internal static class GatedRuns
{
    public const string Profile = "matrix-logout";

    // The other rows are judged in passing.
    private static IReadOnlyList<string> Required { get; } =
        [.. KnownContracts.All.FindProfile(Profile)!.Requires.Where(id => KnownContracts.All.ScenariosOf(id).Any())];

    /// <summary>All rows pass but MTX-LOGOUT-06, which ends like this; some have a waiver.</summary>
    public static RunRecord Run(Verdict one, params IEnumerable<string> waived) =>
        SoundRuns.Of(Required.ToDictionary(id => id, id => id == "MTX-LOGOUT-06" ? one : Verdict.Pass), [.. waived.Select(Waiver)]);

    /// <summary>All rows pass, and another one, beyond the profile, ends like this.</summary>
    public static RunRecord RunWith(string outside, Verdict verdict) =>
        SoundRuns.Of(Required.ToDictionary(id => id, _ => Verdict.Pass).Append(new(outside, verdict)).ToDictionary());

    /// <summary>
    /// One with every kind of line: what fails, what is warned of, what is waived, what was not judged, and one beyond the profile.
    /// </summary>
    public static RunRecord OfAllKinds() => SoundRuns.Of(
        new Dictionary<string, Verdict>(Required.Skip(1).Select(id => KeyValuePair.Create(id, Verdict.Pass)))
        {
            [Required[1]] = Verdict.Fail,
            [Required[2]] = Verdict.Warning,
            [Required[3]] = Verdict.Fail,
            [Required[4]] = Verdict.NotApplicable,
            ["MTX-LOGIN-10"] = Verdict.Fail,
        },
        Waiver(Required[3]));

    private static Waiver Waiver(string id) => Journals.Waiver(id) with { Fingerprint = SoundRuns.FingerprintOf(id) };
}
