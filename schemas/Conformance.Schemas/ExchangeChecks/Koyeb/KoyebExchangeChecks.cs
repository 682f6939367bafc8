namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>All checks that run on every exchange with a Koyeb SessionApi server.</summary>
public static class KoyebExchangeChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        .. new[] { BodyChecks.All, ErrorShapes.All, ErrorChecks.All, NameChecks.All, PasswordChecks.All, PasswordlessChecks.All, RateLimitChecks.All }
            .SelectMany(checks => checks)
            .Select(WithinHttp),
    ];

    // What breaks HTTP may be answered by a web server or proxy before the API, which owes nothing to the contract.
    private static ExchangeCheck WithinHttp(ExchangeCheck check) => check with { Applies = view => !view.Request.BreaksHttp && check.Applies(view) };

    /// <summary>Whether a gateway or content delivery network before the server may have made the answer up.</summary>
    internal static bool MayComeFromElsewhere(ExchangeView view) => view.MayComeFromGateway || view.Status == 429;
}
