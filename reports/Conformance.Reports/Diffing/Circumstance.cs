using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Diffing;

/// <summary>Something that differs between two runs and is no verdict.</summary>
/// <param name="What">What it is, in short words.</param>
/// <param name="Old">As it was.</param>
/// <param name="New">As it is.</param>
public sealed record Circumstance(string What, string Old, string New)
{
    internal static IReadOnlyList<Circumstance> Of(RunRecord old, RunRecord current, ContractSet contracts) =>
        [.. Facts(old, contracts)
            .Zip(Facts(current, contracts), (one, other) => new Circumstance(one.What, one.Value, other.Value))
            .Where(fact => fact.Old != fact.New)];

    private static IEnumerable<(string What, string Value)> Facts(RunRecord record, ContractSet contracts) =>
        [
            ("target", record.Target.Name),
            ("base URL", record.Target.BaseUrl + record.Target.PathPrefix),
            ("further nodes", OrNone(record.Target.FurtherBaseUrls)),
            ("edition", record.Target.Edition),
            ("profile", Profile(record.Target, contracts)),
            ("suite version", record.SuiteVersion),
            ("suite digest", record.SuiteDigest ?? "none taken"),
            ("mode", record.Target.Strict ? "strict" : "normal"),
            ("read strictly", OrNone(record.Target.StrictAmbiguities)),
            ("declared capabilities", OrNone(Declared(record.Target))),
            ("capabilities",
                OrNone(
                    (record.Preflight?.Capabilities ?? []).Where(capability => capability.IsUsed).Select(capability => capability.Name))),
            ("session probe", record.Target.Probe ?? "none"),
            ("end", record.EndedAt is null ? "killed before it" : "reached"),
        ];

    // A record may name a profile of another version of the suite; its name says enough here.
    private static string Profile(TargetDescription target, ContractSet contracts) =>
        target.Profile is { } name ? contracts.FindProfile(name)?.Reference ?? name : contracts.ProfileOf(target).Reference;

    private static IEnumerable<string> Declared(TargetDescription target) => target.Capabilities
        .OrderBy(declared => declared.Key, StringComparer.Ordinal)
        .Select(declared => $"{declared.Key}: {(declared.Value ? "yes" : "no")}");

    private static string OrNone(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } text ? text : "none";
}
