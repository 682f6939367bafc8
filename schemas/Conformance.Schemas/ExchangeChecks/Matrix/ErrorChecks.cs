using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>The standard error object, section 3.6 of the catalogue.</summary>
internal static partial class ErrorChecks
{
    private static readonly string[] Members = ["errcode", "error"];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-ERR-01", "standard error", view => IsJudgedError(view) && !AsksForAuthentication(view) && !IsOutsideOfApi(view), StandardError),
        new("MTX-ERR-02", "form of errcode", view => IsJudgedError(view) && JsonTypes.IsText(view.Member("errcode")), FormOfErrcode),
    ];

    private static bool IsJudgedError(ExchangeView view) =>
        MatrixExchangeChecks.IsApi(view) && view.HasBodyToJudge && view.Status >= 400 && !MatrixExchangeChecks.MayComeFromGateway(view);

    // Asking for user-interactive authentication is no error yet: errcode and error come with the first failed stage.
    private static bool AsksForAuthentication(ExchangeView view) =>
        view.Status == 401 && view.Json is JsonObject body && body["flows"] is JsonArray && !Members.Any(body.ContainsKey);

    // An unknown path or method may be refused before any API: that M_UNRECOGNIZED is expected there is MTX-ERR-03 and -04.
    private static bool IsOutsideOfApi(ExchangeView view) =>
        view.Status is 404 or 405
        && view.Json is not JsonObject
        && MatrixEndpoints.All.All(endpoint => endpoint.ToString() != view.Exchange.Endpoint);

    private static IEnumerable<Mismatch> StandardError(ExchangeView view) =>
        view.Json is JsonObject body
            ? Members.Where(name => !JsonTypes.IsText(body[name])).Select(name => NotText(name, body))
            : [new Mismatch("body", "a standard error object", ExchangeView.Excerpt(view.Response.Body))];

    private static Mismatch NotText(string name, JsonObject body) =>
        new("body", "a string", body.ContainsKey(name) ? ExchangeView.Excerpt(body[name]?.ToJsonString() ?? "null") : "absent") { Pointer = $"/{name}" };

    private static IEnumerable<Mismatch> FormOfErrcode(ExchangeView view) =>
        view.Member("errcode")!.ToString() is var errcode && !ErrcodePattern().IsMatch(errcode)
            ? [new Mismatch("body", "capitals with a namespace, such as M_FORBIDDEN", ExchangeView.Excerpt(errcode)) { Pointer = "/errcode" }]
            : [];

    [GeneratedRegex(@"^[A-Z][A-Z0-9.]*_[A-Z0-9_]+\z")]
    private static partial Regex ErrcodePattern();
}
