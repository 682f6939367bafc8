using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Profiles;

namespace Conformance.Reports.Gating;

/// <summary>
/// Judges a run by a profile. The profile's manifest decides, not the absence of red: what the run did not judge is not met.
/// </summary>
public static class Gate
{
    /// <summary>Judges a run.</summary>
    /// <exception cref="DialectMismatchException">The profile is about another dialect than the run.</exception>
    public static GateResult Judge(RunRecord record, Profile profile)
    {
        if (record.Target.Dialect != profile.Dialect)
            throw new DialectMismatchException(
                $"profile {profile.Name} is about {profile.Dialect}, and the run is about {record.Target.Dialect}: "
                + $"choose a profile of {record.Target.Dialect}");

        var results = record.Requirements.ToLookup(requirement => requirement.Id, StringComparer.Ordinal);
        var lines = profile.Requires.Select(id => GateLines.Of(id, [.. results[id]], profile.AllowsWarnings, PartlyJudged.Why(record, id))).ToList();
        var problems = WaiverProblems.Of(record);
        var conformity = Conform(record, lines, problems);
        return new GateResult(conformity, Reason(record, profile, lines, conformity), lines, problems);
    }

    /// <summary>
    /// A proven violation that nobody meant to excuse decides, then a waiver that does not hold. Short of both, what is
    /// inconclusive comes before what was not judged: another run may decide it.
    /// </summary>
    private static Conformity Conform(RunRecord record, List<GateLine> lines, IReadOnlyList<WaiverProblem> problems)
    {
        if (lines.Exists(line => line.Verdict is Verdict.Fail && !HasWaiver(record, line.Requirement)))
            return Conformity.NonConformant;

        if (problems.Count > 0)
            return Conformity.WaiverProblem;

        // A manifest without requirements proves nothing, and neither does a target file that says otherwise than the server.
        if (record.EndedAt is null || Disagrees(record) || lines.Count == 0 || lines.Exists(line => line.Verdict is Verdict.Inconclusive or Verdict.Error))
            return Conformity.Inconclusive;

        return lines.TrueForAll(line => line.IsMet) ? Conformity.Conformant : Conformity.NonConformant;
    }

    private static bool Disagrees(RunRecord record) => record.Preflight is { Discrepancies.Count: > 0 };

    private static bool HasWaiver(RunRecord record, string id) =>
        record.Target.Waivers.Any(waiver => waiver.Requirement == id);

    private static string Reason(RunRecord record, Profile profile, List<GateLine> lines, Conformity conformity)
    {
        var waived = lines.Count(line => line.Verdict is Verdict.Waived);
        var met = $"{lines.Count(line => line.IsMet)} of {lines.Count} requirements are met{(waived == 0 ? "" : $", {waived} of them by a waiver only")}";
        var subject = $"{record.Target.Name}, profile {profile.Name} version {profile.Version}";
        return conformity switch
        {
            Conformity.Conformant => $"conformant: {subject}: {met}",
            Conformity.NonConformant => $"not conformant: {subject}: {met}",
            Conformity.WaiverProblem => $"waivers do not hold: {subject}: {met}",
            _ when record.EndedAt is null => $"inconclusive: {subject}: {met}, and the run did not come to its end",
            _ when Disagrees(record) => $"inconclusive: {subject}: {met}, and the target file says otherwise than the server: {record.Preflight!.Discrepancies[0]}",
            _ => $"inconclusive: {subject}: {met}",
        };
    }
}
