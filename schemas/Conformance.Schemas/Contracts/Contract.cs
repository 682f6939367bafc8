using Conformance.Record.Secrets;
using Conformance.Record.Targets;
using Conformance.Schemas.Costs;
using Conformance.Schemas.Data;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Ledger;
using Conformance.Schemas.Profiles;
using Conformance.Schemas.Requirements;
using Conformance.Schemas.Responses;
using Conformance.Schemas.Scenarios;

namespace Conformance.Schemas.Contracts;

/// <summary>
/// An API that servers claim to speak, with all that is known of it. Whatever is shared
/// by contracts asks this, and never by name.
/// </summary>
public sealed record Contract
{
    /// <summary>Its name in target files and records, in small letters: <c>matrix</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for readers of a certificate.</summary>
    public required string Title { get; init; }

    /// <summary>Where its data are: requirements, profiles, response schemas. Bundles name their digests.</summary>
    public required DataFiles Data { get; init; }

    /// <summary>What it demands.</summary>
    public required Catalogue Catalogue { get; init; }

    /// <summary>Where its texts contradict each other or are silent. Default: nowhere.</summary>
    public IReadOnlyList<Ambiguity> Ambiguities { get; init; } = [];

    /// <summary>The scenarios that judge it, in the order of their requirements in the catalogue.</summary>
    public required IReadOnlyList<ScenarioName> Scenarios { get; init; }

    /// <summary>What they cost a server. Default: nobody has measured it.</summary>
    public CostList Costs { get; init; } = CostList.Unknown;

    /// <summary>What is judged of every exchange in passing.</summary>
    public required IReadOnlyList<ExchangeCheck> Checks { get; init; }

    /// <summary>The shapes of its answers, each named after the contract: <c>matrix/login.response</c>.</summary>
    public required ResponseSchemas Responses { get; init; }

    /// <summary>Its endpoints, as far as servers may leave some out. Default: none.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; init; } = [];

    /// <summary>What a server may leave out. Default: nothing.</summary>
    public CapabilityList Capabilities { get; init; } = new();

    /// <summary>Which members of its JSON bodies hold secrets. Default: those that most APIs have.</summary>
    public SecretMembers SecretMembers { get; init; } = SecretMembers.Usual;

    /// <summary>How a server says that an account is locked; null (default) where no document tells.</summary>
    public LockOutWords? LockOut { get; init; }

    /// <summary>How a server of it handles sessions.</summary>
    public required Func<TargetDescription, SessionContract> SessionsOf { get; init; }

    /// <summary>What a server can be judged by, every version of every profile, the older before the newer.</summary>
    public required IReadOnlyList<Profile> Profiles { get; init; }

    /// <summary>Name of the profile that a server is judged by unless somebody asks for another one.</summary>
    public required Func<TargetDescription, string> UsualProfileOf { get; init; }

    /// <summary>The ledger by which the sessions of a target are kept; null for a record of a version that kept none.</summary>
    public LedgerOfTarget? LedgerOf(TargetDescription target) =>
        target.RevocationMilliseconds is { } tolerance ? new(SessionsOf(target), TimeSpan.FromMilliseconds(tolerance)) : null;

    /// <summary>The scenarios that judge a requirement.</summary>
    public IEnumerable<ScenarioName> ScenariosOf(string requirement) => Scenarios.Where(scenario => scenario.Requirement == requirement);

    /// <summary>The endpoints that a server without some capabilities need not have.</summary>
    public IReadOnlyCollection<string> EndpointsWithout(IEnumerable<CapabilityState> states)
    {
        var lacking = states.Where(state => !state.IsUsed).Select(state => state.Name).ToHashSet(StringComparer.Ordinal);
        return Endpoints
            .Where(endpoint => endpoint.Capability is { } name && lacking.Contains(name))
            .Select(endpoint => $"{endpoint}")
            .ToHashSet(StringComparer.Ordinal);
    }

    public override string ToString() => Name;
}
