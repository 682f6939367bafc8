using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>What GET /account/whoami tells, section 3.11 of the catalogue.</summary>
internal static class WhoAmIChecks
{
    private static readonly string[] WhoAmI = [MatrixEndpoints.WhoAmI.ToString()];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-WHOAMI-01", "user_id", Tells, UserIdIsText) { Endpoints = WhoAmI },
        new(
            "MTX-WHOAMI-04",
            "type of is_guest",
            view => Tells(view) && view.Json is JsonObject told && told.ContainsKey("is_guest"),
            GuesthoodIsBoolean) { Endpoints = WhoAmI },
    ];

    private static bool Tells(ExchangeView view) => view.Status == 200;

    private static IEnumerable<Mismatch> UserIdIsText(ExchangeView view) =>
        JsonTypes.IsText(view.Member("user_id")) ? [] : [Mismatched(view, "user_id", "a string")];

    private static IEnumerable<Mismatch> GuesthoodIsBoolean(ExchangeView view) =>
        view.Member("is_guest") is JsonValue flag && flag.TryGetValue(out bool _) ? [] : [Mismatched(view, "is_guest", "a boolean")];

    private static Mismatch Mismatched(ExchangeView view, string member, string expected) =>
        new("body", expected, view.Member(member) is { } value ? ExchangeView.Excerpt(value.ToJsonString()) : "null or absent")
        {
            Pointer = $"/{member}",
        };
}
