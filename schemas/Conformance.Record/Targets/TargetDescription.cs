using Conformance.Record.Waivers;

namespace Conformance.Record.Targets;

/// <summary>The server under test, as far as it may be published.</summary>
public sealed record TargetDescription
{
    public required string Name { get; init; }

    /// <summary><c>matrix</c> or <c>koyeb</c>.</summary>
    public required string Dialect { get; init; }

    public required string BaseUrl { get; init; }

    /// <summary>Those of the other nodes of its cluster, among which requests were spread; empty for a server at one place.</summary>
    public IReadOnlyList<string> FurtherBaseUrls { get; init; } = [];

    public required string PathPrefix { get; init; }

    /// <summary>Koyeb: <c>s21</c> or <c>s26</c>. Matrix: the versions that the server advertises, joined by commas.</summary>
    public required string Edition { get; init; }

    /// <summary>Koyeb: the endpoint that was asked whether a token is accepted; null for Matrix, where there are many.</summary>
    public string? Probe { get; init; }

    /// <summary>Whether it is a reference server that the suite itself has started, so that its record says nothing of any other.</summary>
    public bool Embedded { get; init; }

    /// <summary>The proxy through which all requests went, as the target file names it; null for none.</summary>
    public string? Proxy { get; init; }

    /// <summary>The target file: as it was named, if that was a relative path, else its name; null where there is none.</summary>
    public string? File { get; init; }

    /// <summary>Lines of that file, from 1, that reports point at: <c>name</c>, and the requirements of waivers.</summary>
    public IReadOnlyDictionary<string, int> Places { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// What the operator has declared otherwise than it is usual: tolerances, limits, permissions. Empty in records of earlier versions.
    /// </summary>
    public IReadOnlyList<Deviation> Deviations { get; init; } = [];

    /// <summary>Whether recommendations weigh like obligations.</summary>
    public bool Strict { get; init; }

    /// <summary>The ambiguities of the specification that are read strictly, such as <c>AMB-1</c>.</summary>
    public IReadOnlyList<string> StrictAmbiguities { get; init; } = [];

    /// <summary>
    /// How long a token may still be accepted after its end, in milliseconds; null in records
    /// of versions that kept no session ledger.
    /// </summary>
    public double? RevocationMilliseconds { get; init; }

    /// <summary>Koyeb: whether the operator declared that tokens end by expiry only.</summary>
    public bool StatelessTokens { get; init; }

    /// <summary>How many sessions one user may have at once, as the operator declared; null for no limit.</summary>
    public int? SessionsPerUser { get; init; }

    /// <summary>How many scenarios ran at once at most; null in records of earlier versions.</summary>
    public int? ScenariosAtOnce { get; init; }

    /// <summary>How many requests were sent in any second at most; null for no limit, and in records of earlier versions.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>Capabilities that the operator declared, by name.</summary>
    public IReadOnlyDictionary<string, bool> Capabilities { get; init; } = new Dictionary<string, bool>();

    /// <summary>The profile that the operator wants the server judged by; null for the usual one of its contract and edition.</summary>
    public string? Profile { get; init; }

    /// <summary>The violations that the operator excuses, in the order of the target file.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];
}
