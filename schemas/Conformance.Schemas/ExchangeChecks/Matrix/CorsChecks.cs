using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>What browsers need, section 3.7 of the catalogue; judged where the request named its Origin.</summary>
internal static class CorsChecks
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-CORS-03", "CORS on success", view => NamesOrigin(view) && view.Status < 400, AllowsEveryOrigin),
        new("MTX-CORS-04", "CORS on errors", view => NamesOrigin(view) && view.Status >= 400 && !MatrixExchangeChecks.MayComeFromGateway(view), AllowsThisOrigin),
    ];

    private static bool NamesOrigin(ExchangeView view) => MatrixExchangeChecks.IsApi(view) && view.Request.Headers.Find("Origin") is not null;

    private static IEnumerable<Mismatch> AllowsEveryOrigin(ExchangeView view) =>
        view.Response.Headers.Find(AllowOrigin) is var allowed && allowed != "*"
            ? [new Mismatch($"header {AllowOrigin}", "*", ExchangeView.Excerpt(allowed))]
            : [];

    // A browser can read the error also if its own origin is named.
    private static IEnumerable<Mismatch> AllowsThisOrigin(ExchangeView view) =>
        view.Response.Headers.Find(AllowOrigin) is var allowed && allowed != "*" && allowed != view.Request.Headers.Find("Origin")
            ? [new Mismatch($"header {AllowOrigin}", "*, also on errors", ExchangeView.Excerpt(allowed))]
            : [];
}
