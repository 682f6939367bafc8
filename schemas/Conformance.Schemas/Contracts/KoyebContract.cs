using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks.Koyeb;
using Conformance.Schemas.Ledger.Koyeb;
using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Contracts;

/// <summary>The Koyeb SessionApi.</summary>
internal static class KoyebContract
{
    public static Contract Instance { get; } = new()
    {
        Name = "koyeb",
        Title = "Koyeb SessionApi",
        Catalogue = Catalogue.Koyeb,
        Endpoints = KoyebEndpoints.All,
        Checks = KoyebExchangeChecks.All,
        Capabilities = Endpoints.Capabilities.Koyeb,
        SessionsOf = target => target.StatelessTokens ? KoyebSessionContract.Stateless : KoyebSessionContract.Instance,
        UsualProfileOf = target => $"koyeb-{target.Edition}",
    };
}
