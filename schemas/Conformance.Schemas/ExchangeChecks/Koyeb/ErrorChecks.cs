using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>What error bodies say, section 6.1 of the catalogue.</summary>
internal static class ErrorChecks
{
    private static readonly string?[] DashboardKnows = ["invalid_parameter", "failed_precondition"];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("KOY-GEN-04", "status in the body", view => IsErrorShaped(view) && view.Member("status") is not null, StatusAgrees),
        new("KOY-GEN-05", "code and message", IsErrorShaped, CodeAndMessage),
        new("KOY-GEN-06", "code of 401", view => view.Status == 401 && IsErrorShaped(view), UnauthenticatedCode)
        {
            Softened = view => view.Exchange.Endpoint == KoyebEndpoints.Login.ToString()
                ? "Which code tells of wrong credentials is not documented."
                : null,
        },
        new("KOY-GEN-07", "code of 400", view => view.Status == 400 && IsErrorShaped(view), InvalidCode)
        {
            Softened = view => DashboardKnows.Contains(view.Member("code")?.ToString())
                ? "The official dashboard knows this code too."
                : null,
        },
    ];

    /// <summary>Whether the answer is an error in the shape that has a status, a code and a message.</summary>
    public static bool IsErrorShaped(ExchangeView view) =>
        view.Status is 400 or 401 or 403 or 404
        && view.HasBodyToJudge
        && !KoyebExchangeChecks.MayComeFromElsewhere(view)
        && view.Json is JsonObject
        && !ErrorShapes.IsRpcStatus(view);

    private static IEnumerable<Mismatch> StatusAgrees(ExchangeView view) =>
        view.Member("status") is JsonValue value && value.TryGetValue(out int status) && status == view.Status
            ? []
            : [Wrong(view, "status", $"{view.Status}, as the HTTP status")];

    private static IEnumerable<Mismatch> CodeAndMessage(ExchangeView view)
    {
        if (!JsonTypes.IsText(view.Member("code")) || view.Member("code")!.ToString().Length == 0)
            yield return Wrong(view, "code", "a string that is not empty");
        if (!JsonTypes.IsText(view.Member("message")))
            yield return Wrong(view, "message", "a string");
    }

    private static IEnumerable<Mismatch> UnauthenticatedCode(ExchangeView view) => HasCode(view, "authentication_error");

    private static IEnumerable<Mismatch> InvalidCode(ExchangeView view) => HasCode(view, "invalid_argument");

    private static IEnumerable<Mismatch> HasCode(ExchangeView view, string code) =>
        view.Member("code")?.ToString() == code ? [] : [Wrong(view, "code", $"\"{code}\"")];

    private static Mismatch Wrong(ExchangeView view, string name, string expected) =>
        new("body", expected, view.Json!.AsObject().ContainsKey(name)
            ? ExchangeView.Excerpt(view.Member(name)?.ToJsonString() ?? "null")
            : "absent")
        {
            Pointer = $"/{name}",
        };
}
