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
        var lines = profile.Requires.Select(id => Line(id, [.. results[id]])).ToList();
        var conformity = Conform(lines, record.EndedAt is not null);
        return new GateResult(conformity, Reason(record, profile, lines, conformity), lines);
    }

    /// <summary>
    /// A proven violation decides. Short of one, what is inconclusive comes before what was not judged: another run may decide it.
    /// </summary>
    private static Conformity Conform(List<GateLine> lines, bool ended)
    {
        if (lines.Exists(line => line.Verdict is Verdict.Fail))
            return Conformity.NonConformant;

        // A manifest without requirements proves nothing.
        if (!ended || lines.Count == 0 || lines.Exists(line => line.Verdict is Verdict.Inconclusive or Verdict.Error))
            return Conformity.Inconclusive;

        return lines.TrueForAll(line => line.IsMet) ? Conformity.Conformant : Conformity.NonConformant;
    }

    private static GateLine Line(string id, RequirementResult[] results)
    {
        if (results.Length == 0)
            return new GateLine(id, null, false, "not judged in this run");

        var worst = results.MaxBy(result => result.Verdict)!;
        return new GateLine(id, worst.Verdict, worst.Verdict is Verdict.Pass or Verdict.Warning, Why(worst));
    }

    private static string Why(RequirementResult result) => result.Verdict switch
    {
        Verdict.Pass => "",
        Verdict.Fail or Verdict.Warning => WorstFinding(result) ?? result.Reason ?? result.Statement,
        Verdict.Inconclusive or Verdict.Error => result.Reason ?? "no reason recorded",
        Verdict.Waived => $"excused by the operator, which is never a pass: {result.Reason ?? "no reason recorded"}",
        Verdict.Observed => "not judged in this run: only observed",
        _ => $"not judged in this run: {result.Reason ?? "no reason recorded"}",
    };

    private static string? WorstFinding(RequirementResult result) =>
        result.Findings.Where(finding => finding.Verdict == result.Verdict).Select(finding => finding.Mismatch.ToString()).FirstOrDefault();

    private static string Reason(RunRecord record, Profile profile, List<GateLine> lines, Conformity conformity)
    {
        var met = $"{lines.Count(line => line.IsMet)} of {lines.Count} requirements are met";
        var subject = $"{record.Target.Name}, profile {profile.Name} version {profile.Version}";
        return conformity switch
        {
            Conformity.Conformant => $"conformant: {subject}: {met}",
            Conformity.NonConformant => $"not conformant: {subject}: {met}",
            _ when record.EndedAt is null => $"inconclusive: {subject}: {met}, and the run did not come to its end",
            _ => $"inconclusive: {subject}: {met}",
        };
    }
}
