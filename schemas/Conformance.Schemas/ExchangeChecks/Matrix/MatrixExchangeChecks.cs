namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>All checks that run on every exchange with a homeserver.</summary>
public static class MatrixExchangeChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        .. ErrorChecks.All,
        .. JsonChecks.All,
        .. CorsChecks.All,
        .. CredentialChecks.All,
        .. RateLimitChecks.All,
        .. DeviceChecks.All,
        .. LoginChecks.All,
    ];

    /// <summary>Whether the exchange is with the client-server API: a web server around it owes nothing to the contract.</summary>
    internal static bool IsApi(ExchangeView view) => view.Request.Url.Contains("/_matrix/", StringComparison.Ordinal);
}
