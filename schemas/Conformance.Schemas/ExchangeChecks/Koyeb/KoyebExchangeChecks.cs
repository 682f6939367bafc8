namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>All checks that run on every exchange with a Koyeb SessionApi server.</summary>
public static class KoyebExchangeChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } = [.. BodyChecks.All, .. ErrorShapes.All, .. ErrorChecks.All, .. PasswordChecks.All];

    /// <summary>Whether a gateway or content delivery network before the server may have made the answer up.</summary>
    internal static bool MayComeFromElsewhere(ExchangeView view) => view.MayComeFromGateway || view.Status == 429;
}
