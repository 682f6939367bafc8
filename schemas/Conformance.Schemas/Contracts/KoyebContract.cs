using Conformance.Record.Secrets;
using Conformance.Schemas.Costs;
using Conformance.Schemas.Data;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks.Koyeb;
using Conformance.Schemas.Ledger.Koyeb;
using Conformance.Schemas.Profiles;
using Conformance.Schemas.Requirements;
using Conformance.Schemas.Responses;
using Conformance.Schemas.Scenarios;

namespace Conformance.Schemas.Contracts;

/// <summary>The Koyeb SessionApi.</summary>
internal static class KoyebContract
{
    public static Contract Instance { get; } = new()
    {
        Name = "koyeb",
        Title = "Koyeb SessionApi",
        Data = DataFiles.Own,
        Catalogue = Catalogue.Read(DataFiles.Own, "Requirements/koyeb.json"),
        Scenarios = ScenarioName.Read(DataFiles.Own, "Scenarios/koyeb.json"),
        Costs = CostList.Read(DataFiles.Own, "Costs/koyeb.json"),
        Checks = KoyebExchangeChecks.All,
        Responses = ResponseSchemas.Own,
        Endpoints = KoyebEndpoints.All,
        Capabilities = Capabilities.Koyeb,
        // The LoginReply calls the bearer token `id`.
        SecretMembers = SecretMembers.Usual
            .With("token", "id", SecretKind.AccessToken)
            .WithHarmless("user_id", "organization_id", "expires_at"),
        // What the official console looks for (section 4 of the catalogue); no code tells it.
        LockOut = new("message", "Account is locked"),
        SessionsOf = target => target.StatelessTokens ? KoyebSessionContract.Stateless : KoyebSessionContract.Instance,
        Profiles =
        [
            .. Profile.ReadVersions(DataFiles.Own, "koyeb-logout", 3),
            .. Profile.ReadVersions(DataFiles.Own, "koyeb-s21", 3),
            .. Profile.ReadVersions(DataFiles.Own, "koyeb-s26", 3),
        ],
        UsualProfileOf = target => $"koyeb-{target.Edition}",
    };
}
