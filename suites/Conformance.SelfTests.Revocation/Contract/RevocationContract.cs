using Conformance.Schemas.Contracts;
using Conformance.Schemas.Data;
using Conformance.Schemas.Profiles;
using Conformance.Schemas.Requirements;
using Conformance.Schemas.Responses;
using Conformance.Schemas.Scenarios;

namespace Conformance.SelfTests.Revocation;

/// <summary>OAuth 2.0 token revocation (RFC 7009): a contract that nothing shared has ever heard of.</summary>
public static class RevocationContract
{
    private static readonly DataFiles Files = new(typeof(RevocationContract).Assembly);

    public static Contract Instance { get; } = new()
    {
        Name = "revocation",
        Title = "OAuth 2.0 token revocation (RFC 7009)",
        Data = Files,
        Catalogue = Catalogue.Read(Files, "Requirements/revocation.json"),
        Scenarios = ScenarioName.Read(Files, "Scenarios/revocation.json"),
        Checks = RevocationChecks.All,
        Responses = ResponseSchemas.Read(Files),
        SessionsOf = _ => RevocationSessions.Contract,
        Profiles = [.. Profile.ReadVersions(Files, "revocation", 1)],
        UsualProfileOf = _ => "revocation",
    };
}
