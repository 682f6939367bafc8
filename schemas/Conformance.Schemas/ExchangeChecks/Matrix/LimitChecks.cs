using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>How a server says that one of its limits is reached; judged only when such an error is met.</summary>
internal static class LimitChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-LOGIN-43", "admin_contact", view => Says(view, "M_RESOURCE_LIMIT_EXCEEDED"), view => TextAt(view, "admin_contact")),
        new(
            "MTX-LOGIN-44",
            "info_uri",
            view => Says(view, "M_USER_LIMIT_EXCEEDED"),
            view => [.. TextAt(view, "info_uri"), .. CanUpgrade(view)]),
    ];

    private static bool Says(ExchangeView view, string errcode) =>
        MatrixExchangeChecks.IsApi(view)
        && view.Status >= 400
        && view.Member("errcode") is var told && JsonTypes.IsText(told) && told!.ToString() == errcode;

    private static IEnumerable<Mismatch> TextAt(ExchangeView view, string name) =>
        JsonTypes.IsText(view.Member(name)) ? [] : [Wrong(view, name, "a string")];

    private static IEnumerable<Mismatch> CanUpgrade(ExchangeView view) =>
        !view.Json!.AsObject().ContainsKey("can_upgrade")
        || view.Member("can_upgrade")?.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? []
            : [Wrong(view, "can_upgrade", "a boolean")];

    private static Mismatch Wrong(ExchangeView view, string name, string expected)
    {
        var shown = (view.Json as JsonObject)?.ContainsKey(name) == true ? view.Member(name)?.ToJsonString() ?? "null" : null;
        return new Mismatch("body", expected, ExchangeView.Excerpt(shown)) { Pointer = $"/{name}" };
    }
}
