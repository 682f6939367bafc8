using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>What a login by mail must not hand out, and must not ask for, section 6.6 of the catalogue.</summary>
internal static partial class PasswordlessChecks
{
    private const string NoToken = "no token: one for naming an address is an authentication bypass";

    private static readonly string[] AskForMail = [KoyebEndpoints.PasswordlessLogin.ToString()];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("KOY-PWLESS-02", "no session in the reply", view => view.HasBodyToJudge, HandsOutNothing)
        {
            Endpoints = AskForMail,
            Softened = view => HoldsToken(view) ? null : "The documented reply has no members, but nothing forbids more.",
        },
        new("KOY-PWLESS-03", "no token needed", view => view.Request.Headers.Find("Authorization") is null, NeedsNoToken)
        {
            Endpoints = AskForMail,
        },
    ];

    private static bool HoldsToken(ExchangeView view) => view.Member("token") is not null || LooksLikeToken().IsMatch(view.Response.Body);

    private static IEnumerable<Mismatch> HandsOutNothing(ExchangeView view)
    {
        if (view.Member("token") is not null)
        {
            yield return new Mismatch("body", NoToken, "a token") { Pointer = "/token" };
        }
        else if (HoldsToken(view))
        {
            yield return new Mismatch("body", NoToken, "what looks like one");
        }
        else if (view is { Status: 200, Json: JsonObject { Count: > 0 } more })
        {
            yield return new Mismatch(
                "body", "an object without members", ExchangeView.Excerpt(string.Join(", ", more.Select(member => member.Key))));
        }
    }

    private static IEnumerable<Mismatch> NeedsNoToken(ExchangeView view) =>
        view.Status is 401 or 403 ? [new Mismatch("status", "no 401 or 403: who is about to log in has no token", $"{view.Status}")] : [];

    // A JSON Web Token, whose first two parts are JSON objects in base64, or the label of a token that the suite has met.
    [GeneratedRegex(@"eyJ[\w-]+\.eyJ[\w-]+\.|<access-token#")]
    private static partial Regex LooksLikeToken();
}
