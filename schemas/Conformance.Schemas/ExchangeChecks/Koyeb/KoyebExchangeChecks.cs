namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>All checks that run on every exchange with a Koyeb SessionApi server.</summary>
public static class KoyebExchangeChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
        [.. BodyChecks.All, .. ErrorShapes.All, .. ErrorChecks.All, .. NameChecks.All, .. RateLimitChecks.All];

    /// <summary>Whether a gateway, content delivery network or web server before the API may have made the answer up.</summary>
    internal static bool MayComeFromElsewhere(ExchangeView view) => view.MayComeFromGateway || view.Status == 429 || view.Request.BreaksHttp;
}
