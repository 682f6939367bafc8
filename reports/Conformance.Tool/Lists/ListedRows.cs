using Conformance.Record.Verdicts;
using Conformance.Schemas.Requirements;

namespace Conformance.Tool.Lists;

/// <summary>A requirement as <c>list requirements --json</c> tells it.</summary>
internal sealed record ListedRequirement(
    string Id,
    string Endpoint,
    string Level,
    Severity Severity,
    Basis Basis,
    string Statement,
    Coverage Coverage,
    NotTested? NotTested,
    IReadOnlyList<ListedVerdict>? Verdicts);

/// <summary>A scenario as <c>list scenarios --json</c> tells it.</summary>
internal sealed record ListedScenario(
    string Name, string Requirement, string Endpoint, string Level, IReadOnlyList<ListedVerdict>? Verdicts);

/// <summary>A profile as <c>list profiles --json</c> tells it.</summary>
internal sealed record ListedProfile(string Name, int Version, string Dialect, string Title, string Description, int Requirements);

/// <summary>A format as <c>list formats --json</c> tells it.</summary>
internal sealed record ListedFormat(string Name, string Description);

/// <summary>What a run says.</summary>
/// <param name="Target">Name of its target.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Case">The case of a parameterized scenario; absent for others.</param>
internal sealed record ListedVerdict(string Target, Verdict Verdict, string? Case = null);
