using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>Tokens that are handed out, section 3.5 of the catalogue.</summary>
internal static class TokenTables
{
    public static IReadOnlyList<CheckTable> All { get; } =
    [
        new("MTX-TOK-13")
        {
            Passes =
            [
                ("a login", LogIn.Answered(200, """{"access_token":"<access-token#1>"}""")),
                ("a refresh", Refresh.Answered(200, """{"access_token":"<access-token#2>","refresh_token":"<refresh-token#2>"}""")),
                ("a registration", Register.Answered(200, """{"access_token":"x"}""")),
            ],
            Fails =
            [
                ("an empty access token", LogIn.Answered(200, """{"access_token":""}"""),
                    ["body /access_token: expected a token that a header can carry, was empty"]),
                ("an empty refresh token", Refresh.Answered(200, """{"access_token":"<access-token#2>","refresh_token":""}"""),
                    ["body /refresh_token: expected a token that a header can carry, was empty"]),
            ],
            DoesNotApply =
            [
                ("a registration without a login", Register.Answered(200, """{"user_id":"@alice:hs.example"}""")),
                ("a token that is no text, which the shape of the answer judges", LogIn.Answered(200, """{"access_token":null}""")),
                ("an error", LogIn.Answered(403, """{"access_token":""}""")),
                ("another endpoint", WhoAmI.Answered(200, """{"access_token":""}""")),
            ],
        },
    ];

    private static Request Refresh => Request.Matrix("POST", "/refresh");

    private static Request Register => Request.Matrix("POST", "/register");
}
