using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>What browsers need, section 3.7 of the catalogue; judged where the request named its Origin.</summary>
internal static class CorsChecks
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    private const string AllowMethods = "Access-Control-Allow-Methods";

    private const string AllowHeaders = "Access-Control-Allow-Headers";

    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "OPTIONS"];

    private static readonly string[] HeaderNames = ["X-Requested-With", "Content-Type", "Authorization"];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-CORS-03", "CORS on success", view => NamesOrigin(view) && view.Status < 400, AllowsEveryOrigin),
        new("MTX-CORS-04", "CORS on errors", IsErrorToBrowser, AllowsThisOrigin),
        new("MTX-CORS-05", "methods for browsers", IsGrantedPreflight, AllowsMethods),
        new("MTX-CORS-06", "headers for browsers", IsGrantedPreflight, AllowsHeaders),
    ];

    private static bool NamesOrigin(ExchangeView view) =>
        MatrixExchangeChecks.IsApi(view) && view.Request.Headers.Find("Origin") is not null;

    private static bool IsErrorToBrowser(ExchangeView view) =>
        NamesOrigin(view)
        && view.Status >= 400
        && !MatrixExchangeChecks.MayComeFromGateway(view)
        && !MatrixExchangeChecks.MayBeRefusedBeforeApi(view);

    // Browsers look for both headers nowhere else.
    private static bool IsGrantedPreflight(ExchangeView view) =>
        NamesOrigin(view)
        && view.Request.Method == "OPTIONS"
        && view.Request.Headers.Find("Access-Control-Request-Method") is not null
        && view.Status is >= 200 and < 300;

    private static IEnumerable<Mismatch> AllowsMethods(ExchangeView view)
    {
        var allowed = Listed(view, AllowMethods);
        return allowed.Contains("*") || Methods.All(method => allowed.Contains(method)) ? [] : [Lacks(view, AllowMethods, Methods)];
    }

    // By the Fetch standard the wildcard covers all headers but Authorization.
    private static IEnumerable<Mismatch> AllowsHeaders(ExchangeView view)
    {
        var allowed = Listed(view, AllowHeaders);
        return HeaderNames.All(
            name => allowed.Contains(name, StringComparer.OrdinalIgnoreCase) || (allowed.Contains("*") && name != "Authorization"))
            ? []
            : [Lacks(view, AllowHeaders, HeaderNames)];
    }

    // A list may stand on several lines.
    private static IReadOnlyList<string> Listed(ExchangeView view, string header) =>
    [
        .. view.Response.Headers.Where(line => line.Name.Equals(header, StringComparison.OrdinalIgnoreCase))
            .SelectMany(line => line.Value.Split(',', StringSplitOptions.TrimEntries)),
    ];

    private static Mismatch Lacks(ExchangeView view, string header, IEnumerable<string> expected)
    {
        var listed = view.Response.Headers.Find(header) is null ? null : string.Join(", ", Listed(view, header));
        return new Mismatch($"header {header}", string.Join(", ", expected), ExchangeView.Excerpt(listed));
    }

    private static IEnumerable<Mismatch> AllowsEveryOrigin(ExchangeView view) =>
        AllowedOrigins(view) is var allowed && allowed != "*"
            ? [new Mismatch($"header {AllowOrigin}", "*", ExchangeView.Excerpt(allowed))]
            : [];

    // A browser can read the error also if its own origin is named.
    private static IEnumerable<Mismatch> AllowsThisOrigin(ExchangeView view) =>
        AllowedOrigins(view) is var allowed && allowed != "*" && allowed != view.Request.Headers.Find("Origin")
            ? [new Mismatch($"header {AllowOrigin}", "*, also on errors", ExchangeView.Excerpt(allowed))]
            : [];

    // Browsers join lines of the same name, and then find no origin in "*, *".
    private static string? AllowedOrigins(ExchangeView view) => view.Response.Headers.Joined(AllowOrigin);
}
