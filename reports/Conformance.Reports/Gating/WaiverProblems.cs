using System.Globalization;
using Conformance.Record.Runs;
using Conformance.Record.Waivers;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Gating;

/// <summary>
/// The waivers of a run that do not hold. A waiver that nobody needs hides the next violation, so it makes a gate fail too.
/// </summary>
internal static class WaiverProblems
{
    public static IReadOnlyList<WaiverProblem> Of(RunRecord record, Catalogue catalogue, DateTimeOffset judgedAt) =>
        [.. record.Target.Waivers.Select(waiver => Of(waiver, record, catalogue, judgedAt)).OfType<WaiverProblem>()];

    private static WaiverProblem? Of(Waiver waiver, RunRecord record, Catalogue catalogue, DateTimeOffset judgedAt)
    {
        if (!catalogue.TryFind(waiver.Requirement, out _))
            return new(waiver.Requirement, "names no requirement that there is: correct the id");

        if (!waiver.HoldsAt(record.StartedAt) || !waiver.HoldsAt(judgedAt))
        {
            return new(
                waiver.Requirement, $"expired on {Day(waiver.Expires)}: mend the server, or have {waiver.Owner} decide on another date");
        }

        // What one shard has found of a requirement is not all there is.
        if (record.Shard is not null)
            return null;

        var result = record.Requirements.FirstOrDefault(requirement => requirement.Id == waiver.Requirement);
        return Sentence(waiver, result) is { } sentence ? new(waiver.Requirement, sentence) : null;
    }

    private static string? Sentence(Waiver waiver, RequirementResult? result) => result?.Waiver?.State switch
    {
        WaiverState.OtherFinding when FindingFingerprint.IsFirst(waiver.Fingerprint) =>
            $"is for the finding {waiver.Fingerprint}, a fingerprint of an earlier version, which another name of a scenario changes "
            + $"too: look at finding {FindingFingerprint.Of(result.Findings)}",
        WaiverState.OtherFinding =>
            $"is for the finding {waiver.Fingerprint}, but the requirement is violated in another way: "
            + $"look at finding {result.Fingerprint}",
        WaiverState.NotNeeded => "has nothing to excuse, because the requirement is not violated: remove it",
        // A run of a part says nothing of the rest, and where nothing was proven the verdict says so itself.
        _ => null,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
