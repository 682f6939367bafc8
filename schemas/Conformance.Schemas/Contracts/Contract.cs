using Conformance.Record.Targets;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Ledger;
using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Contracts;

/// <summary>An API that servers claim to speak, with all that is known of it. Whatever is shared by contracts asks this, and never by name.</summary>
public sealed record Contract
{
    /// <summary>Its name in target files and records, in small letters: <c>matrix</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for readers of a certificate.</summary>
    public required string Title { get; init; }

    /// <summary>What it demands.</summary>
    public required Catalogue Catalogue { get; init; }

    /// <summary>What is judged of every exchange in passing.</summary>
    public required IReadOnlyList<ExchangeCheck> Checks { get; init; }

    /// <summary>What a server may leave out, in the order of the names.</summary>
    public required IReadOnlyList<string> Capabilities { get; init; }

    /// <summary>How a server of it handles sessions.</summary>
    public required Func<TargetDescription, SessionContract> SessionsOf { get; init; }

    /// <summary>The ledger by which the sessions of a target are kept; null for a record of a version that kept none.</summary>
    public LedgerOfTarget? LedgerOf(TargetDescription target) =>
        target.RevocationMilliseconds is { } tolerance ? new(SessionsOf(target), TimeSpan.FromMilliseconds(tolerance)) : null;

    /// <summary>Name of the profile that a server is judged by unless somebody asks for another one.</summary>
    public required Func<TargetDescription, string> UsualProfileOf { get; init; }
}
