using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>The standard error object, section 3.6 of the catalogue.</summary>
internal static partial class ErrorChecks
{
    private static readonly string[] Members = ["errcode", "error"];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new(
            "MTX-ERR-01",
            "standard error",
            view => IsJudgedError(view) && !AsksForAuthentication(view) && !MatrixExchangeChecks.MayBeRefusedBeforeApi(view),
            StandardError),
        new("MTX-ERR-02", "form of errcode", view => IsJudgedError(view) && JsonTypes.IsText(view.Member("errcode")), FormOfErrcode),
    ];

    private static bool IsJudgedError(ExchangeView view) =>
        MatrixExchangeChecks.IsApi(view) && view.HasBodyToJudge && view.Status >= 400 && !MatrixExchangeChecks.MayComeFromGateway(view);

    // Asking for user-interactive authentication is no error yet: errcode and error come with the first failed stage.
    private static bool AsksForAuthentication(ExchangeView view) =>
        view.Status == 401 && view.Json is JsonObject body && body["flows"] is JsonArray && !Members.Any(body.ContainsKey);

    private static IEnumerable<Mismatch> StandardError(ExchangeView view) =>
        view.Json is JsonObject body
            ? Members.Where(name => !JsonTypes.IsText(body[name])).Select(name => NotText(name, body))
            : [new Mismatch("body", "a standard error object", ExchangeView.Excerpt(view.Response.Body))];

    private static Mismatch NotText(string name, JsonObject body) =>
        new("body", "a string", body.ContainsKey(name) ? ExchangeView.Excerpt(body[name]?.ToJsonString() ?? "null") : "absent")
        {
            Pointer = $"/{name}",
        };

    private static IEnumerable<Mismatch> FormOfErrcode(ExchangeView view) =>
        view.Member("errcode")!.ToString() is var errcode && !ErrcodePattern().IsMatch(errcode)
            ? [new Mismatch(
                "body", "capitals with a namespace, such as M_FORBIDDEN", ExchangeView.Excerpt(errcode)) { Pointer = "/errcode" }]
            : [];

    [GeneratedRegex(@"^[A-Z][A-Z0-9.]*_[A-Z0-9_]+\z")]
    private static partial Regex ErrcodePattern();
}
