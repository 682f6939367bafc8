using System.Globalization;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;

namespace Conformance.Reports.Folding;

/// <summary>Holds the waivers of a target file against what a run found.</summary>
internal static class WaiverFolding
{
    /// <summary>
    /// What became of the waiver for a requirement; null if there is none, or if the run proved nothing that it could speak of.
    /// </summary>
    /// <param name="run">The run; the day on which it began decides whether a waiver still holds.</param>
    /// <param name="requirement">Id of the requirement.</param>
    /// <param name="judged">Its verdict without regard to waivers.</param>
    /// <param name="fingerprints">Of its violation, one of each version; null if it is not violated.</param>
    public static WaiverUse? Use(RunStarted run, string requirement, Verdict judged, IReadOnlyList<string?> fingerprints) =>
        run.Target.Waivers.FirstOrDefault(waiver => waiver.Requirement == requirement) is { } waiver
        && State(run, waiver, judged, fingerprints) is { } state
            ? new WaiverUse(waiver, state)
            : null;

    /// <summary>Why a waived requirement is neither pass nor fail.</summary>
    public static string Reason(Waiver waiver) => string.Create(
        CultureInfo.InvariantCulture,
        $"waived until {waiver.Expires:yyyy-MM-dd} by {waiver.Owner}: {waiver.Reason} ({waiver.Link})");

    private static WaiverState? State(RunStarted run, Waiver waiver, Verdict judged, IReadOnlyList<string?> fingerprints) => judged switch
    {
        Verdict.Pass or Verdict.Observed => WaiverState.NotNeeded,
        Verdict.Fail or Verdict.Warning when !waiver.HoldsAt(run.StartedAt) => WaiverState.Expired,
        Verdict.Fail or Verdict.Warning => fingerprints.Contains(waiver.Fingerprint) ? WaiverState.Applied : WaiverState.OtherFinding,
        // Inconclusive, error, not applicable, disabled: nothing is known that it could excuse.
        _ => null,
    };
}
