using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>How access tokens are refused, section 3.5 of the catalogue.</summary>
internal static partial class CredentialChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-TOK-06", "type of soft_logout", IsUnauthorized, SoftLogoutIsBoolean),
        new("MTX-REFRESH-11", "type of soft_logout on refresh", IsUnauthorized, SoftLogoutIsBoolean)
        {
            Endpoints = [MatrixEndpoints.Refresh.ToString()],
        },
        new("MTX-TOK-08", "malformed credentials", HasMalformedCredentials, RefusesMalformedCredentials),
    ];

    private static bool IsUnauthorized(ExchangeView view) =>
        MatrixExchangeChecks.IsApi(view) && view.Status == 401 && view.Json is JsonObject;

    private static IEnumerable<Mismatch> SoftLogoutIsBoolean(ExchangeView view) =>
        view.Json!.AsObject().TryGetPropertyValue("soft_logout", out var value)
        && !(value is JsonValue flag && flag.TryGetValue(out bool _))
            ? [new Mismatch("body", "a boolean", ExchangeView.Excerpt(value?.ToJsonString() ?? "null")) { Pointer = "/soft_logout" }]
            : [];

    // Open (AMB-16) and so not judged: the case of the scheme name, the white space behind it, and what counts when the query
    // or another header has a token too.
    private static bool HasMalformedCredentials(ExchangeView view) =>
        !view.Request.BreaksHttp
        && CredentialsIn(view).Any()
        && !CredentialsIn(view).Any(credentials => WellFormed().IsMatch(credentials.Trim()))
        && !view.Request.Url.Contains("access_token=", StringComparison.Ordinal)
        && MatrixEndpoints.Authenticated.FirstOrDefault(endpoint => endpoint.ToString() == view.Exchange.Endpoint) is { } asked
        && !MayBeUnread(view, asked);

    private static IEnumerable<string> CredentialsIn(ExchangeView view) =>
        view.Request.Headers
            .Where(header => header.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value);

    private static bool MayBeUnread(ExchangeView view, Endpoint asked) =>
        view.MayComeFromGateway
        || view.Status == 429
        || (view.Status is 404 or 405 && (asked.Capability is not null || asked.IsInteractive));

    private static IEnumerable<Mismatch> RefusesMalformedCredentials(ExchangeView view)
    {
        if (view.Status != 401)
            yield return new Mismatch("status", "401 for malformed credentials", $"{view.Status}");

        if (view.Member("errcode")?.ToString() is var errcode && errcode is not ("M_MISSING_TOKEN" or "M_UNKNOWN_TOKEN"))
        {
            yield return new Mismatch("body", "\"M_MISSING_TOKEN\" or \"M_UNKNOWN_TOKEN\"", ExchangeView.Excerpt(errcode))
            {
                Pointer = "/errcode",
            };
        }
    }

    [GeneratedRegex(@"^[Bb][Ee][Aa][Rr][Ee][Rr][ \t]+[!-~]+\z")]
    private static partial Regex WellFormed();
}
