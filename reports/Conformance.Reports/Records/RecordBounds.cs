using System.Text.RegularExpressions;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;

namespace Conformance.Reports.Records;

/// <summary>
/// What the schema of the run record asks of values beyond the form that their types give them: bounds, patterns, closed lists.
/// A self-test holds it against the schema, keyword by keyword.
/// </summary>
internal static partial class RecordBounds
{
    private static readonly string?[] Bases = [null, "documented", "client", "seenLive", "inferred"];

    public static bool Hold(RunRecord record) =>
        record.FormatVersion == RunRecordJson.FormatVersion
        && record.SuiteVersion.Length > 0
        && ExchangeBounds.IsReckonable(record.StartedAt)
        && (record.EndedAt is not { } end || ExchangeBounds.IsReckonable(end))
        && (record.SuiteDigest is null || IsDigest(record.SuiteDigest))
        && (record.PlanDigest is null || IsDigest(record.PlanDigest))
        && record.RunId is null or { Length: > 0 and <= RunRecord.LongestRunId }
        && record.Shard is null or { Index: >= 1 and <= Shard.Most, Count: >= 1 and <= Shard.Most }
        && Hold(record.Target)
        && Hold(record.Totals)
        && (record.Preflight is not { } preflight || (preflight.Logins >= 0 && preflight.Exchanges.All(ExchangeBounds.Hold)))
        && (record.Closing is not { } closing || closing.Exchanges.All(ExchangeBounds.Hold))
        && record.Requirements.All(Hold)
        && record.Scenarios.All(Hold);

    internal static bool Hold(TargetDescription target) =>
        target.Name.Length > 0
        && Dialect().IsMatch(target.Dialect)
        && target is { RevocationMilliseconds: null or (>= 0 and <= ExchangeBounds.LongestMilliseconds), SessionsPerUser: null or >= 1 }
        && target is { ScenariosAtOnce: null or >= 1, RequestsPerSecond: null or >= 1 }
        && target.StrictAmbiguities.All(ambiguity => Ambiguity().IsMatch(ambiguity))
        && target is { Proxy: null or { Length: > 0 }, File: null or { Length: > 0 } }
        && target.FurtherBaseUrls.All(url => url.Length > 0)
        && target.Places.Values.All(line => line >= 1)
        && target.Deviations.All(deviation => deviation.Key.Length > 0)
        && target.Waivers.All(Hold);

    private static bool Hold(Waiver waiver) =>
        IsRequirement(waiver.Requirement)
        && waiver is { Reason.Length: > 0, Link.Length: > 0, Owner.Length: > 0 }
        && Fingerprint().IsMatch(waiver.Fingerprint);

    private static bool Hold(Totals totals) =>
        totals is { Scenarios: >= 0, Requests: >= 0, Logins: >= 0, Milliseconds: >= 0 }
        && Enum.GetValues<Verdict>().All(totals.Verdicts.ContainsKey)
        && totals.Verdicts.Values.All(count => count >= 0);

    private static bool Hold(RequirementResult result) =>
        IsRequirement(result.Id)
        && Array.IndexOf(Bases, result.Basis) >= 0
        && result.JudgedInPassing >= 0
        && result.Findings.All(Hold)
        && (result.Fingerprint is null || Fingerprint().IsMatch(result.Fingerprint))
        && (result.Waiver is null || Hold(result.Waiver.Waiver));

    private static bool Hold(ScenarioFinished scenario) =>
        scenario is { Scenario.Length: > 0, FailedControl: null or >= 1, AloneFrom: null or >= 1, Logins: >= 0, Milliseconds: >= 0 }
        && IsRequirement(scenario.Requirement)
        && scenario.Findings.All(Hold)
        && scenario.Judgements.All(judgement => judgement.Exchange >= 1)
        && scenario.JudgedInPassing.All(judged => IsRequirement(judged.Key) && judged.Value >= 0)
        && scenario.Exchanges.All(ExchangeBounds.Hold);

    private static bool Hold(Finding finding) =>
        IsRequirement(finding.Requirement)
        && finding is { Exchange: null or >= 1, Verdict: Verdict.Observed or Verdict.Waived or Verdict.Warning or Verdict.Fail };

    internal static bool IsDigest(string text) => Digest().IsMatch(text);

    private static bool IsRequirement(string id) => RequirementId().IsMatch(id);

    [GeneratedRegex(@"^sha256:[0-9a-f]{64}\z")]
    private static partial Regex Digest();

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\z")]
    private static partial Regex Dialect();

    [GeneratedRegex(@"^AMB-[0-9]+\z")]
    private static partial Regex Ambiguity();

    [GeneratedRegex(@"^(?:2-)?[0-9a-f]{16}\z")]
    private static partial Regex Fingerprint();

    [GeneratedRegex(@"^[A-Z]+(-[A-Z0-9]+)+\z")]
    private static partial Regex RequirementId();
}
