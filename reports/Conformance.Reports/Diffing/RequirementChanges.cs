using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Diffing;

/// <summary>Holds the verdicts of two runs against each other.</summary>
internal static class RequirementChanges
{
    public static IEnumerable<RequirementChange> Of(RunRecord old, RunRecord current, Catalogue catalogue)
    {
        var before = ById(old);
        var now = ById(current);
        return Ids(old, current, catalogue)
            .Select(id => Of(before.GetValueOrDefault(id), now.GetValueOrDefault(id)))
            .OfType<RequirementChange>()
            .OrderBy(change => change.Kind);
    }

    private static Dictionary<string, RequirementResult> ById(RunRecord record) =>
        record.Requirements.DistinctBy(result => result.Id).ToDictionary(result => result.Id, StringComparer.Ordinal);

    /// <summary>In the order of the catalogue; then those that this version does not know.</summary>
    private static IEnumerable<string> Ids(RunRecord old, RunRecord current, Catalogue catalogue)
    {
        var judged = old.Requirements.Concat(current.Requirements).Select(result => result.Id).Distinct(StringComparer.Ordinal).ToList();
        var known = catalogue.Requirements.Select(row => row.Id).ToList();
        return known.Intersect(judged, StringComparer.Ordinal).Concat(judged.Except(known, StringComparer.Ordinal));
    }

    private static RequirementChange? Of(RequirementResult? old, RequirementResult? current)
    {
        if (Kind(old, current) is not { } kind)
            return null;

        var row = current ?? old!;
        return new RequirementChange(kind, row.Id, row.Endpoint, row.Level, old?.Verdict, current?.Verdict, Why(old, current));
    }

    private static ChangeKind? Kind(RequirementResult? old, RequirementResult? current) => (Standing(old), Standing(current)) switch
    {
        (Judged.Not, Judged.InVain) => ChangeKind.Regression,
        (Judged.Not, Judged.Proven) => ChangeKind.NewCoverage,
        (Judged.Proven, Judged.Not) => ChangeKind.LostCoverage,
        // What was violated is not known to be mended.
        (Judged.Proven, Judged.InVain) => old!.Verdict is Verdict.Fail ? ChangeKind.LostCoverage : ChangeKind.Regression,
        (Judged.InVain, Judged.Proven) => current!.Verdict is Verdict.Fail ? ChangeKind.Regression : ChangeKind.Fix,
        (Judged.Proven, Judged.Proven) =>
            Kind(old!.Verdict.CompareTo(current!.Verdict), FindingFingerprint.Of(old.Findings), FindingFingerprint.Of(current.Findings)),
        _ => null,
    };

    private static ChangeKind? Kind(int better, string? oldFingerprint, string? newFingerprint) => better switch
    {
        < 0 => ChangeKind.Regression,
        > 0 => ChangeKind.Fix,
        _ => oldFingerprint == newFingerprint ? null : ChangeKind.OtherFinding,
    };

    private static Judged Standing(RequirementResult? result) => result?.Verdict switch
    {
        null or Verdict.Disabled or Verdict.NotApplicable or Verdict.Observed => Judged.Not,
        Verdict.Inconclusive or Verdict.Error => Judged.InVain,
        _ => Judged.Proven,
    };

    private static string Why(RequirementResult? old, RequirementResult? current) =>
        current is null
            ? "the newer run says nothing of it"
            : Evidence(current) ?? (old is null ? null : Evidence(old)) ?? current.Statement;

    private static string? Evidence(RequirementResult result) =>
        result.Findings.FirstOrDefault(finding => finding.Verdict == result.Verdict)?.Mismatch.ToString()
        ?? result.Reason
        ?? result.Findings.FirstOrDefault(finding => finding.Verdict is Verdict.Fail or Verdict.Warning)?.Mismatch.ToString();

    private enum Judged
    {
        Not,
        InVain,
        Proven,
    }
}
