using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Identifiers;
using Conformance.Schemas.Responses;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>Members of login answers that clients rely on beside the tokens, section 3.3 of the catalogue.</summary>
internal static class LoginReplyChecks
{
    private const string Schema = "matrix/login.response";

    private static readonly string[] MembersOfStages = ["flows", "session"];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        .. Checks.Select(check => check with { Endpoints = LoginChecks.Login }),
    ];

    private static IEnumerable<ExchangeCheck> Checks =>
    [
        new(
            "MTX-LOGIN-15",
            "no stages of authentication",
            view => LoginChecks.IsJudged(view) && view.Status >= 400 && view.Json is JsonObject,
            HasNoStages),
        new("MTX-LOGIN-33", "well_known", view => IsLoggedIn(view) && Has(view, "well_known"), WellKnown),
        new("MTX-LOGIN-34", "home_server", view => IsLoggedIn(view) && UserIdIn(view) is not null && Has(view, "home_server"), HomeServer),
        new("MTX-LOGIN-35", "grammar of user_id", view => IsLoggedIn(view) && JsonTypes.IsText(view.Member("user_id")), Grammar)
        {
            Softened = WhyHistorical,
        },
    ];

    private static bool IsLoggedIn(ExchangeView view) => LoginChecks.IsJudged(view) && view.Status == 200 && view.Json is JsonObject;

    private static bool Has(ExchangeView view, string name) => view.Json!.AsObject().ContainsKey(name);

    private static UserId? UserIdIn(ExchangeView view) =>
        view.Member("user_id") is var userId && JsonTypes.IsText(userId) ? UserId.Read(userId!.ToString()) : null;

    private static IEnumerable<Mismatch> HasNoStages(ExchangeView view) =>
        from name in MembersOfStages
        where Has(view, name)
        select new Mismatch("body", "no such member", ExchangeView.Excerpt(view.Member(name)?.ToJsonString() ?? "null"))
        {
            Pointer = $"/{name}",
        };

    private static IEnumerable<Mismatch> WellKnown(ExchangeView view) =>
        from violation in ResponseSchemas.Own.Validate(Schema, view.Json)
        where violation.Pointer.StartsWith("/well_known", StringComparison.Ordinal)
        select new Mismatch("body", violation.Expected, violation.Actual) { Pointer = violation.Pointer, Keyword = violation.Keyword };

    private static IEnumerable<Mismatch> HomeServer(ExchangeView view)
    {
        var (told, server) = (view.Member("home_server"), UserIdIn(view)!.Server);
        if (!JsonTypes.IsText(told) || told!.ToString() != server)
        {
            var shown = ExchangeView.Excerpt(told?.ToJsonString() ?? "null");
            yield return new Mismatch("body", $"\"{server}\", the server name of user_id", shown) { Pointer = "/home_server" };
        }
    }

    private static IEnumerable<Mismatch> Grammar(ExchangeView view) =>
        UserId.Problem(view.Member("user_id")!.ToString()) is { } problem
            ? [new Mismatch(
                "body", $"a user id without {problem}", ExchangeView.Excerpt(view.Member("user_id")!.ToString())) { Pointer = "/user_id" }]
            : [];

    // Of an account that logs in, an exchange cannot tell how old it is.
    private static string? WhyHistorical(ExchangeView view) =>
        UserId.IsHistorical(view.Member("user_id")!.ToString()) ? "Users of the past may have such a localpart; new ones must not." : null;
}
