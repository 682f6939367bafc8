using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Profiles;

namespace Conformance.Reports.Gating;

/// <summary>
/// Judges a run by a profile. The profile's manifest decides, not the absence of red: what the run did not judge is not met.
/// </summary>
public static class Gate
{
    /// <summary>Judges a run.</summary>
    /// <param name="record">The run.</param>
    /// <param name="contract">The contract that it is about.</param>
    /// <param name="profile">What it is judged by.</param>
    /// <param name="countsAll">Whether what failed or was inconclusive beyond the profile counts too.
    /// Default: it is told, and does not.</param>
    /// <param name="judgedAt">The day that waivers are held against; null for that of the run.</param>
    /// <exception cref="DialectMismatchException">The profile is about another dialect than the run.</exception>
    public static GateResult Judge(
        RunRecord record, Contract contract, Profile profile, bool countsAll = false, DateTimeOffset? judgedAt = null)
    {
        DialectMismatchException.Refuse(record, profile);
        var results = record.Requirements.ToLookup(requirement => requirement.Id, StringComparer.Ordinal);
        var partly = new PartlyJudged(record, contract);
        var lines = profile.Requires
            .Select(id => GateLines.Of(id, [.. results[id]], profile.AllowsWarnings, partly.Why(id)))
            .ToList();
        var outside = OutsideOfProfile.Of(record, profile);
        var problems = WaiverProblems.Of(record, contract.Catalogue, judgedAt ?? record.StartedAt);
        // A manifest without requirements proves nothing.
        var beyond = OutOfBounds.Of(record, profile);
        var conformity = lines.Count == 0
            ? Conformity.Inconclusive
            : Conform(
                record, countsAll ? [.. lines, .. outside] : lines, problems, isWithinBounds: beyond.Count == 0 && record.Shard is null);
        var judged = string.Join(", and ", [Reason(record, profile, lines, conformity), .. beyond, .. OfOneShard(record)]);
        var reason = $"{judged}{Leniently(record)}; {OutsideOfProfile.Tell(outside.Count, countsAll)}";
        return new GateResult(conformity, reason, lines, problems) { Outside = outside };
    }

    /// <summary>
    /// A proven violation that nobody meant to excuse decides, then a waiver that does not hold. Short of both, what is
    /// inconclusive comes before what was not judged: another run may decide it.
    /// </summary>
    private static Conformity Conform(
        RunRecord record, List<GateLine> lines, IReadOnlyList<WaiverProblem> problems, bool isWithinBounds)
    {
        if (lines.Exists(line => line.Verdict is Verdict.Fail && !HasWaiver(record, line.Requirement)))
            return Conformity.NonConformant;

        if (problems.Count > 0)
            return Conformity.WaiverProblem;

        // A target file that says otherwise than the server proves nothing.
        if (record is { EndedAt: null } or { SecretsReplaced: not null }
            || Disagrees(record)
            || lines.Exists(line => line.Verdict is Verdict.Inconclusive or Verdict.Error))
        {
            return Conformity.Inconclusive;
        }

        return isWithinBounds && lines.TrueForAll(line => line.IsMet) ? Conformity.Conformant : Conformity.NonConformant;
    }

    // What others have seen in passing may break what this one has seen kept.
    private static string[] OfOneShard(RunRecord record) =>
        record.Shard is { } shard ? [$"it is shard {shard} alone: merge all shards, and judge that record"] : [];

    private static string Leniently(RunRecord record) =>
        Concessions.InShort(record) is { } inShort ? $", {inShort} ({string.Join("; ", Concessions.Of(record))})" : "";

    private static bool Disagrees(RunRecord record) => record.Preflight is { Discrepancies.Count: > 0 };

    private static bool HasWaiver(RunRecord record, string id) =>
        record.Target.Waivers.Any(waiver => waiver.Requirement == id);

    private static string Reason(RunRecord record, Profile profile, List<GateLine> lines, Conformity conformity)
    {
        var waived = lines.Count(line => line.Verdict is Verdict.Waived);
        var met =
            $"{lines.Count(line => line.IsMet)} of {lines.Count} requirements are "
            + $"met{(waived == 0 ? "" : $", {waived} of them by a waiver only")}";
        var named = $"{profile.Name} version {profile.Version}";
        var subject = $"{record.Target.Name}, profile {named}";
        return conformity switch
        {
            Conformity.Conformant => $"conformant to {named}: {record.Target.Name}: {met}",
            Conformity.NonConformant => $"not conformant to {named}: {record.Target.Name}: {met}",
            Conformity.WaiverProblem => $"waivers do not hold: {subject}: {met}",
            _ when record.EndedAt is null => $"inconclusive: {subject}: {met}, and the run did not come to its end",
            _ when record.SecretsReplaced is [var replaced, ..] => $"inconclusive: {subject}: {met}, and {replaced}",
            _ when Disagrees(record) =>
                $"inconclusive: {subject}: {met}, and the target file says otherwise than the server: {record.Preflight!.Discrepancies[0]}",
            _ => $"inconclusive: {subject}: {met}",
        };
    }
}
