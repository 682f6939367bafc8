using System.Text.Json.Nodes;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>All checks of exchanges with a homeserver, each on those that it says something of.</summary>
public static class MatrixExchangeChecks
{
    private static readonly HashSet<string> Known = [.. MatrixEndpoints.All.Select(endpoint => endpoint.ToString())];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        .. ErrorChecks.All,
        .. BrokenBodyChecks.All,
        .. JsonChecks.All,
        .. CorsChecks.All,
        .. CredentialChecks.All,
        .. TokenChecks.All,
        .. WhoAmIChecks.All,
        .. IdentifierChecks.All,
        .. RateLimitChecks.All,
        .. DeviceChecks.All,
        .. LoginChecks.All,
        .. LoginReplyChecks.All,
        .. LimitChecks.All,
        .. GuestChecks.All,
    ];

    /// <summary>
    /// Whether the exchange is with the API: a web server around it owes nothing to the contract. The pages below
    /// <c>/_matrix/static/</c> (MTX-LOGIN-45), those where a person picks an identity provider (MTX-SSO-01), and those on which a browser
    /// does a stage of user-interactive authentication (MTX-UIA-12) are HTML by contract.
    /// </summary>
    internal static bool IsApi(ExchangeView view) =>
        !view.Request.BreaksHttp
        && view.Path.Contains("/_matrix/", StringComparison.Ordinal)
        && !view.Path.Contains("/_matrix/static/", StringComparison.Ordinal)
        && !(view.Request.Method == "GET" && IsPage(view.Path));

    private static bool IsPage(string path) =>
        path.Contains("/login/sso/redirect", StringComparison.Ordinal)
        || (path.Contains("/auth/", StringComparison.Ordinal) && path.EndsWith("/fallback/web", StringComparison.Ordinal));

    /// <summary>
    /// Whether the path or method is unknown and was answered before any API, by a refusal or by a page. That M_UNRECOGNIZED is expected
    /// there is MTX-ERR-03 and -04.
    /// </summary>
    internal static bool MayBeRefusedBeforeApi(ExchangeView view) =>
        view.IsOfNoEndpoint
        && view.Json is not JsonObject
        && !Known.Contains(view.Exchange.Endpoint);

    /// <summary>Whether a gateway before the homeserver may have made the answer up: its pages for 413 and 429 are not JSON.</summary>
    internal static bool MayComeFromGateway(ExchangeView view) =>
        view.MayComeFromGateway || (view.Status is 413 or 429 && view.Json is not JsonObject);
}
