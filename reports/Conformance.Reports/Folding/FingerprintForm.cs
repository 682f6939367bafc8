using Conformance.Record.Runs;
using Conformance.Record.Waivers;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Folding;

/// <summary>
/// Records of earlier versions have fingerprints of the first form: what is folded again is compared with them in that form.
/// </summary>
internal static class FingerprintForm
{
    /// <summary>A folded record, with fingerprints in the form that another record of the same run has them in.</summary>
    public static RunRecord InFormOf(this RunRecord folded, RunRecord told, Catalogue catalogue)
    {
        var old = told.Requirements
            .Where(result => result.Fingerprint is { } fingerprint && FindingFingerprint.IsFirst(fingerprint))
            .Select(result => result.Id)
            .ToHashSet(StringComparer.Ordinal);
        if (old.Count == 0)
            return folded;

        var first = RequirementFolding.EvidenceOf(folded.Scenarios, catalogue)
            .ToDictionary(evidence => evidence.Requirement.Id, evidence => evidence.FirstFingerprint, StringComparer.Ordinal);
        return folded with
        {
            Requirements =
            [
                .. folded.Requirements.Select(result => old.Contains(result.Id) ? result with { Fingerprint = first[result.Id] } : result),
            ],
        };
    }
}
