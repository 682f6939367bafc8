using System.Text.RegularExpressions;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Bodies;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>How a request whose body is not JSON is refused, section 3.6 of the catalogue.</summary>
internal static partial class BrokenBodyChecks
{
    // The meanings of the common errcodes overlap (AMB-8): any of them is accepted.
    private static readonly string[] Errcodes = ["M_NOT_JSON", "M_BAD_JSON", "M_MISSING_PARAM", "M_INVALID_PARAM"];

    private static readonly string[] WithoutCredentials = [MatrixEndpoints.Login.ToString(), MatrixEndpoints.Refresh.ToString()];

    // They take no body: what they do with one is open (AMB-7).
    private static readonly string[] WithoutBody = [MatrixEndpoints.Logout.ToString(), MatrixEndpoints.LogoutAll.ToString()];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-ERR-05", "invalid JSON refused", view => ReadsJson(view) && HasBrokenBody(view) && !MayBeUnread(view), RefusesBrokenBody),
    ];

    private static bool ReadsJson(ExchangeView view) =>
        MatrixExchangeChecks.IsApi(view) && view.Request.Method is "POST" or "PUT" && !WithoutBody.Contains(view.Exchange.Endpoint);

    // Only where members are required is an empty body surely no JSON, and not one that may be left out.
    private static bool HasBrokenBody(ExchangeView view) =>
        view.Request is { IsUtf8: true, CutFrom: null }
        && (string.IsNullOrWhiteSpace(view.Request.Body)
            ? WithoutCredentials.Contains(view.Exchange.Endpoint)
            : !view.RequestIsJson && !IsOpen(view.Request.Body));

    // A byte order mark and constants that are no JSON are open (MTX-ERR-08).
    private static bool IsOpen(string body) => JsonBody.Read(ForeignConstant().Replace(body.TrimStart('\uFEFF'), "0")).IsJson;

    // The order of checks is free: endpoint, size, rate and credentials may be refused before the body is read.
    private static bool MayBeUnread(ExchangeView view) =>
        view.MayComeFromGateway
        || view.Status is 404 or 405 or 413 or 429
        || (view.Status is 401 or 403 && !WithoutCredentials.Contains(view.Exchange.Endpoint));

    private static IEnumerable<Mismatch> RefusesBrokenBody(ExchangeView view)
    {
        if (view.Status is < 400 or >= 500)
            yield return new Mismatch("status", "4xx for a body that is not JSON", $"{view.Status}");
        if (view.Member("errcode")?.ToString() is var errcode && !Errcodes.Contains(errcode))
        {
            yield return new Mismatch("body", "\"M_NOT_JSON\" or another errcode of bad requests", ExchangeView.Excerpt(errcode))
            {
                Pointer = "/errcode",
            };
        }
    }

    [GeneratedRegex("-?(?:NaN|Infinity)")]
    private static partial Regex ForeignConstant();
}
