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
        new("MTX-ERR-01", "standard error", IsJudgedError, StandardError),
        new("MTX-ERR-02", "form of errcode", view => IsJudgedError(view) && view.Member("errcode") is JsonValue, FormOfErrcode),
        new("MTX-ERR-05", "invalid JSON refused", HasBrokenBody, RefusesBrokenBody),
    ];

    private static bool IsJudgedError(ExchangeView view) =>
        MatrixExchangeChecks.IsApi(view) && view.HasBodyToJudge && view.Status >= 400 && !view.MayComeFromGateway;

    // A 401 that asks for user-interactive authentication has `flows`, and an errcode only after a failed stage.
    private static IEnumerable<Mismatch> StandardError(ExchangeView view) =>
        view.Json is JsonObject body
            ? body.ContainsKey("flows") ? [] : Members.Where(name => !IsText(body[name])).Select(name => NotText(name, body[name]))
            : [new Mismatch("body", "a standard error object", ExchangeView.Excerpt(view.Response.Body))];

    private static IEnumerable<Mismatch> FormOfErrcode(ExchangeView view) =>
        view.Member("errcode")!.ToString() is { } errcode && !ErrcodePattern().IsMatch(errcode)
            ? [new Mismatch("body", "capitals with a namespace, such as M_FORBIDDEN", errcode) { Pointer = "/errcode" }]
            : [];

    private static bool HasBrokenBody(ExchangeView view) =>
        MatrixExchangeChecks.IsApi(view)
        && ReadsJson(view.Exchange.Endpoint)
        && view.Request.Body is not null
        && view.RequestJson is null
        && view.Request.Body.Trim() != "null"
        && view.Status is not (401 or 429);

    private static IEnumerable<Mismatch> RefusesBrokenBody(ExchangeView view)
    {
        if (view.Status is < 400 or >= 500)
        {
            yield return new Mismatch("status", "4xx for a body that is not JSON", $"{view.Status}");
        }

        if (view.Member("errcode")?.ToString() is var errcode && errcode != "M_NOT_JSON")
        {
            yield return new Mismatch("body", "\"M_NOT_JSON\"", ExchangeView.Excerpt(errcode)) { Pointer = "/errcode" };
        }
    }

    // /logout and /logout/all take no body: what they do with one is open (AMB-7).
    private static bool ReadsJson(string endpoint) =>
        endpoint.StartsWith('P') && endpoint != MatrixEndpoints.Logout.ToString() && endpoint != MatrixEndpoints.LogoutAll.ToString();

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? _);

    private static Mismatch NotText(string name, JsonNode? actual) =>
        new("body", "a string", ExchangeView.Excerpt(actual?.ToJsonString())) { Pointer = $"/{name}" };

    [GeneratedRegex("^[A-Z][A-Z0-9.]*_[A-Z0-9_.]+$")]
    private static partial Regex ErrcodePattern();
}
