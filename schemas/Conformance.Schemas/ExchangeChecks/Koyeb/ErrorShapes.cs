using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Responses;

namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>The shapes of error bodies, sections 2.2 and 6.1 of the catalogue.</summary>
internal static class ErrorShapes
{
    private const string Later = "s26";

    // The suite needs the three members of an error; whatever else the shapes know is optional.
    private static readonly string[] RequiredOfErrors = ["/status", "/code", "/message"];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("KOY-GEN-02", "400 is ErrorWithFields", view => IsOfApi(view) && view.Status == 400, HasShape)
        {
            Softened = view => HasNullsOnly(view) ?? IsOfGateway(view),
        },
        new("KOY-GEN-03", "401, 403, 404 are Error", view => IsOfApi(view) && view.Status is 401 or 403 or 404, HasShape)
        {
            Softened = HasNullsOnly,
        },
        new("KOY-GEN-03", "401 is Error, as the operations declare", view => IsOfApi(view) && view.Status == 401, IsNoRpcStatus)
        {
            Since = Later,
        },
        new("KOY-GEN-03", "500 and 503 are Error", IsDeclaredFailure, HasShape) { Since = Later, Softened = HasNullsOnly },
    ];

    /// <summary>
    /// Whether the body is a google.rpc.Status, whose <c>code</c> is a number: right for a status that the edition does not
    /// declare, such as 401 in s21.
    /// </summary>
    public static bool IsRpcStatus(ExchangeView view) => JsonTypes.IsInteger(view.Member("code"));

    private static IEnumerable<Mismatch> IsNoRpcStatus(ExchangeView view) => IsRpcStatus(view)
        ? [new Mismatch("body", "a text such as \"authentication_error\"", ExchangeView.Excerpt(view.Member("code")!.ToJsonString()))
        {
            Pointer = "/code",
        }]
        : [];

    // KOY-LOGIN-14 lets it weigh no more.
    private static string? IsOfGateway(ExchangeView view) =>
        IsRpcStatus(view) && view.Request.Body is { Length: > 0 } body && !TextMembers.AreAllOf(body)
            ? "A gateway reads the body before the operation does, and answers in its own shape what it cannot read."
            : null;

    // What breaks HTTP may be answered by a web server before the API.
    private static bool IsOfApi(ExchangeView view) => view.HasBodyToJudge && !view.Request.BreaksHttp;

    // A gateway may have made up what is not JSON.
    private static bool IsDeclaredFailure(ExchangeView view) =>
        IsOfApi(view) && (view.Status == 500 || (view.Status == 503 && view.IsJson));

    private static IEnumerable<Mismatch> HasShape(ExchangeView view) => !view.IsJson
        ? [new Mismatch("body", "an error in JSON", ExchangeView.Excerpt(view.Response.Body))]
        : ResponseSchemas.Own.Validate(ShapeOf(view), view.Json)
            .Select(violation =>
                new Mismatch("body", violation.Expected, violation.Actual) { Pointer = violation.Pointer, Keyword = violation.Keyword });

    private static string ShapeOf(ExchangeView view) => view.Status switch
    {
        400 => "koyeb/error-with-fields",
        401 when IsRpcStatus(view) => "koyeb/rpc-status",
        _ => "koyeb/error",
    };

    private static string? HasNullsOnly(ExchangeView view) =>
        view.Json is JsonObject && HasShape(view).All(mismatch => mismatch.Actual == "null" && !RequiredOfErrors.Contains(mismatch.Pointer))
            ? "Clients of this API also take null for an optional member."
            : null;
}
