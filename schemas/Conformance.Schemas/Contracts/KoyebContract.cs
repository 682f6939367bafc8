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
        Checks = KoyebExchangeChecks.All,
        Capabilities = Conformance.Schemas.Endpoints.Capabilities.Koyeb,
        SessionsOf = target => target.StatelessTokens ? KoyebSessionContract.Stateless : KoyebSessionContract.Instance,
        UsualProfileOf = target => $"koyeb-{target.Edition}",
    };
}
