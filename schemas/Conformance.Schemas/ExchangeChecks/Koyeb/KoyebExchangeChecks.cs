using System.Text.Json.Nodes;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>All checks of exchanges with a Koyeb SessionApi server, each on those that it says something of.</summary>
public static class KoyebExchangeChecks
{
    private static readonly Dictionary<string, Endpoint> Operations =
        KoyebEndpoints.All.ToDictionary(endpoint => endpoint.ToString(), StringComparer.Ordinal);

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        .. Of(BodyChecks.All, ErrorShapes.All, ErrorChecks.All, NameChecks.All).Select(OfOperations),
        .. Of(PasswordChecks.All, PasswordlessChecks.All, RateLimitChecks.All).Select(WithinHttp),
    ];

    /// <summary>Whether a gateway or content delivery network before the server may have made the answer up.</summary>
    internal static bool MayComeFromElsewhere(ExchangeView view) => view.MayComeFromGateway || view.Status == 429;

    private static IEnumerable<ExchangeCheck> Of(params IEnumerable<ExchangeCheck>[] checks) => checks.SelectMany(some => some);

    // What breaks HTTP may be answered by a web server or proxy before the API, which owes nothing to the contract.
    private static ExchangeCheck WithinHttp(ExchangeCheck check) =>
        check with { Applies = view => !view.Request.BreaksHttp && check.Applies(view) };

    // A wrong method is no operation: the contract declares nothing of its answer, which the router of a gateway gives in its own form.
    private static ExchangeCheck OfOperations(ExchangeCheck check) =>
        WithinHttp(check with { Applies = view => IsByOperation(view) && check.Applies(view) });

    private static bool IsByOperation(ExchangeView view) =>
        Operations.TryGetValue(view.Exchange.Endpoint, out var endpoint) && !(MayBeLeftOut(endpoint) && IsByRouter(view));

    private static bool MayBeLeftOut(Endpoint endpoint) => endpoint.Capability is not null || endpoint.Until is not null;

    // An answer of the API itself is judged wherever it comes from.
    private static bool IsByRouter(ExchangeView view) =>
        view.Status is 404 or 405 or 501 && (view.Json is not JsonObject || ErrorShapes.IsRpcStatus(view));
}
