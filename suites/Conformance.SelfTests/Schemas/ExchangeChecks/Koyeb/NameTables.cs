using static Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb.KoyebTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb;

/// <summary>Names of members, sections 2.2 and 6.1 of the catalogue.</summary>
internal static class NameTables
{
    public static IReadOnlyList<CheckTable> All { get; } = [Spelling];

    private static CheckTable Spelling => new("KOY-GEN-08")
    {
        Passes =
        [
            ("all of a token",
                LogIn.Answered(200, """{"token":{"id":"x","user_id":"u","organization_id":"","expires_at":"2030-01-01T00:00:00Z"}}""")),
            ("the stale name of the example", LogIn.Answered(200, """{"token":{"id":"x","expires":"2030-01-01T00:00:00Z"}}""")),
            ("another spelling beside the documented one", LogIn.Answered(200, """{"token":{"id":"x","user_id":"u","userId":"u"}}""")),
            ("members that nobody documents", Profile.Answered(200, """{"user":{"id":"u","favouriteColour":"red"},"requestId":"r"}""")),
            ("a documented name in another place", Profile.Answered(200, """{"user":{"id":"u","userId":"u"}}""")),
            ("an error with fields",
                LogIn.Answered(400, """{"status":400,"code":"x","message":"","fields":[{"field":"email","description":""},1]}""")),
            ("an echo", Echo.Answered(200, """{"payload":"p","user_id":"u","organization_id":"","workspace_id":""}""")),
        ],
        Fails =
        [
            ("camel case", LogIn.Answered(200, """{"token":{"id":"x","userId":"u","expiresAt":"y"}}"""),
                [
                    "body /token: expected the member to be named \"user_id\", was \"userId\"",
                    "body /token: expected the member to be named \"expires_at\", was \"expiresAt\"",
                ]),
            (
                "capitals",
                Refresh.Answered(200, """{"Token":{"ID":"x"}}"""),
                ["body (root): expected the member to be named \"token\", was \"Token\""]),
            ("hyphens", Profile.Answered(200, """{"user":{"id":"u","created-at":"y"}}"""),
                ["body /user: expected the member to be named \"created_at\", was \"created-at\""]),
            (
                "an echo in camel case",
                Echo.Answered(200, """{"payload":"p","userId":"u"}"""),
                ["body (root): expected the member to be named \"user_id\", was \"userId\""]),
            ("an error with a capital", LogOut.Answered(401, """{"Status":401,"code":"x","message":""}"""),
                ["body (root): expected the member to be named \"status\", was \"Status\""]),
            ("a field with a capital", LogIn.Answered(400, """{"status":400,"code":"x","message":"","fields":[{"Field":"email"}]}"""),
                ["body /fields/0: expected the member to be named \"field\", was \"Field\""]),
        ],
        DoesNotApply =
        [
            ("google.rpc.Status", LogOut.Answered(401, """{"code":16,"Message":""}""")),
            ("a logout, which has no members", LogOut.Answered(200, """{"userId":"u"}""")),
            ("a success that is no object", LogIn.Answered(200, "[]")),
            ("another success than 200", LogIn.Answered(201, """{"Token":{}}""")),
            ("a page", LogIn.AnsweredWithPage(404)),
            ("what breaks HTTP", LogIn.BreakingHttp().Answered(400, """{"Status":400}""")),
        ],
    };

    private static Request Refresh => Request.Koyeb("PUT", "/v1/account/refresh");

    private static Request Profile => Request.Koyeb("GET", "/v1/account/profile");

    private static Request Echo => Request.Koyeb("POST", "/v1/test/auth");
}
