using static Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb.KoyebTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb;

/// <summary>Logins by mail, section 6.6 of the catalogue.</summary>
internal static class PasswordlessTables
{
    private const string NoToken = "expected no token: one for naming an address is an authentication bypass";

    public static IReadOnlyList<CheckTable> All { get; } = [NoSession, NoTokenNeeded];

    private static Request AskForMail => Request.Koyeb("POST", "/v1/account/passwordless_login");

    private static CheckTable NoSession => new("KOY-PWLESS-02")
    {
        Passes =
        [
            ("an empty object", AskForMail.Answered(200, "{}")),
            ("no body, which KOY-PWLESS-01 judges", AskForMail.Answered(200)),
            ("a list, which KOY-PWLESS-01 judges", AskForMail.Answered(200, "[]")),
            ("an error", AskForMail.Answered(400, Error("400"))),
            ("a page", AskForMail.AnsweredWithPage(404)),
        ],
        Fails =
        [
            ("a session", AskForMail.Answered(200, """{"token":{"id":"<access-token#7>"}}"""), [$"body /token: {NoToken}, was a token"]),
            ("a session with an error",
                AskForMail.Answered(400, """{"status":400,"token":{"id":"<access-token#7>"}}"""), [$"body /token: {NoToken}, was a token"]),
            ("a token under another name",
                AskForMail.Answered(200, """{"access_token":"<access-token#7>"}"""), [$"body: {NoToken}, was what looks like one"]),
            ("a link with a JSON Web Token",
                AskForMail.Answered(200, """{"link":"https://x.example/?t=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."}"""),
                    [$"body: {NoToken}, was what looks like one"]),
        ],
        Softens =
        [
            (
                "more members",
                AskForMail.Answered(200, """{"sent":true,"expires":"x"}"""),
                ["body: expected an object without members, was sent, expires"]),
            ("null for a token", AskForMail.Answered(200, """{"token":null}"""), ["body: expected an object without members, was token"]),
        ],
        DoesNotApply =
        [
            ("a login", LogIn.Answered(200, """{"token":{"id":"<access-token#7>"}}""")),
            ("another method", Request.Koyeb("GET", "/v1/account/passwordless_login").Answered(405)),
        ],
    };

    private static CheckTable NoTokenNeeded => new("KOY-PWLESS-03")
    {
        Passes =
        [
            ("200", AskForMail.Answered(200, "{}")),
            ("a refusal of the body", AskForMail.Answered(400, Error("400"))),
            ("no such user", AskForMail.Answered(404, Error("404"))),
        ],
        Fails =
        [
            ("401", AskForMail.Answered(401, Error()), ["status: expected no 401 or 403: who is about to log in has no token, was 401"]),
            ("403",
                AskForMail.Answered(403, Error("403")), ["status: expected no 401 or 403: who is about to log in has no token, was 403"]),
        ],
        DoesNotApply =
        [
            ("a token was sent", AskForMail.With("Authorization", "Bearer <access-token#7>").Answered(401, Error())),
            ("a logout", LogOut.Answered(401, Error())),
        ],
    };
}
