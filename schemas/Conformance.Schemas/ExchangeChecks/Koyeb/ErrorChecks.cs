using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.Responses;

namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>Error bodies, section 6.1 of the catalogue.</summary>
internal static class ErrorChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("KOY-GEN-02", "400 is ErrorWithFields", view => view.Status == 400, view => Schema(view, "koyeb/error-with-fields")),
        new("KOY-GEN-03", "401, 403, 404 are Error", view => view.Status is 401 or 403 or 404, IsError),
        new("KOY-GEN-04", "status in the body", view => IsErrorShaped(view) && view.Member("status") is not null, StatusAgrees),
        new("KOY-GEN-05", "code and message", IsErrorShaped, CodeAndMessage),
        new("KOY-GEN-06", "code of 401", view => view.Status == 401 && IsErrorShaped(view), UnauthenticatedCode)
        {
            Softened = view => view.Exchange.Endpoint == KoyebEndpoints.Login.ToString()
                ? "Which code tells of wrong credentials is not documented."
                : null,
        },
    ];

    // For a status that the edition does not declare, google.rpc.Status is right too; its `code` is a number.
    private static bool IsRpcStatus(ExchangeView view) => view.Member("code") is JsonValue code && code.TryGetValue(out int _);

    private static bool IsErrorShaped(ExchangeView view) =>
        view.Status is 400 or 401 or 403 or 404 && view.HasBodyToJudge && view.Json is JsonObject && !IsRpcStatus(view);

    private static IEnumerable<Mismatch> IsError(ExchangeView view) =>
        view.Status == 401 && IsRpcStatus(view) ? Schema(view, "koyeb/rpc-status") : Schema(view, "koyeb/error");

    private static IEnumerable<Mismatch> StatusAgrees(ExchangeView view) =>
        view.Member("status") is JsonValue value && value.TryGetValue(out int status) && status == view.Status
            ? []
            : [new Mismatch("body", $"{view.Status}, as the HTTP status", ExchangeView.Excerpt(view.Member("status")!.ToJsonString())) { Pointer = "/status" }];

    private static IEnumerable<Mismatch> CodeAndMessage(ExchangeView view)
    {
        if (view.Member("code")?.ToString() is not { Length: > 0 })
        {
            yield return new Mismatch("body", "a string that is not empty", ExchangeView.Excerpt(view.Member("code")?.ToJsonString())) { Pointer = "/code" };
        }

        if (!(view.Member("message") is JsonValue message && message.TryGetValue(out string? _)))
        {
            yield return new Mismatch("body", "a string", ExchangeView.Excerpt(view.Member("message")?.ToJsonString())) { Pointer = "/message" };
        }
    }

    private static IEnumerable<Mismatch> UnauthenticatedCode(ExchangeView view) =>
        view.Member("code")?.ToString() is var code && code != "authentication_error"
            ? [new Mismatch("body", "\"authentication_error\"", ExchangeView.Excerpt(code)) { Pointer = "/code" }]
            : [];

    private static IEnumerable<Mismatch> Schema(ExchangeView view, string name) =>
        !view.HasBodyToJudge
            ? []
            : ResponseSchemas.Default.Validate(name, view.Json)
                .Select(violation => new Mismatch("body", violation.Expected, violation.Actual) { Pointer = violation.Pointer, Keyword = violation.Keyword });
}
