using Conformance.Record.Exchanges;
using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>What login answers have beside the tokens, section 3.3 of the catalogue.</summary>
internal static class LoginReplyTables
{
    public static IReadOnlyList<CheckTable> All { get; } = [NoStages, WellKnown, HomeServer, Grammar];

    private static CheckTable NoStages => new("MTX-LOGIN-15")
    {
        Passes =
        [
            ("a standard error", LogIn.Answered(403, Forbidden)),
            ("an error with more members", LogIn.Answered(403, """{"errcode":"M_FORBIDDEN","error":"No.","org.example.hint":1}""")),
        ],
        Fails =
        [
            ("stages", LogIn.Answered(401, """{"flows":[{"stages":["m.login.password"]}],"session":"s1"}"""),
                [
                    "body /flows: expected no such member, was [{\"stages\":[\"m.login.password\"]}]",
                    "body /session: expected no such member, was \"s1\"",
                ]),
            ("null for a session", LogIn.Answered(403, """{"errcode":"M_FORBIDDEN","error":"No.","session":null}"""),
                ["body /session: expected no such member, was null"]),
        ],
        DoesNotApply =
        [
            ("a login", LoggedIn("\"flows\":[]")),
            ("another endpoint", Request.Matrix("POST", "/login/get_token").Answered(401, """{"flows":[],"session":"s1"}""")),
            ("a page", LogIn.AnsweredWithPage(403)),
        ],
    };

    private static CheckTable WellKnown => new("MTX-LOGIN-33")
    {
        Passes =
        [
            ("a homeserver", LoggedIn("""
                "well_known":{"m.homeserver":{"base_url":"https://hs.example"}}
                """)),
            ("both servers and more", LoggedIn("""
                "well_known":{"m.homeserver":{"base_url":"https://hs.example"}
                """ + ""","m.identity_server":{"base_url":"https://is.example"},"org.example.x":1}""")),
        ],
        Fails =
        [
            ("null", LoggedIn("\"well_known\":null"), ["body /well_known (type): expected object, was null"]),
            ("no homeserver", LoggedIn("\"well_known\":{}"), ["body /well_known (required): expected member \"m.homeserver\", was absent"]),
            ("no address", LoggedIn("""
                "well_known":{"m.homeserver":{}}
                """), ["body /well_known/m.homeserver (required): expected member \"base_url\", was absent"]),
        ],
        DoesNotApply =
        [
            ("none", LoggedIn("\"home_server\":\"hs.example\"")),
            ("a refusal", LogIn.Answered(403, """{"well_known":null}""")),
        ],
    };

    private static CheckTable HomeServer => new("MTX-LOGIN-34")
    {
        Passes =
        [
            ("the server of the user id", LoggedIn("\"home_server\":\"hs.example\"")),
            ("with a port", LoggedInAs("@alice:[::1]:8448", "\"home_server\":\"[::1]:8448\"")),
        ],
        Fails =
        [
            ("another server", LoggedIn("\"home_server\":\"other.example\""),
                ["body /home_server: expected \"hs.example\", the server name of user_id, was \"other.example\""]),
            ("without the port", LoggedInAs("@alice:hs.example:8448", "\"home_server\":\"hs.example\""),
                ["body /home_server: expected \"hs.example:8448\", the server name of user_id, was \"hs.example\""]),
            ("null", LoggedIn("\"home_server\":null"),
                ["body /home_server: expected \"hs.example\", the server name of user_id, was null"]),
        ],
        DoesNotApply =
        [
            ("none", LoggedIn("\"well_known\":{}")),
            ("no user id to compare with", LoggedInAs("alice", "\"home_server\":\"hs.example\"")),
        ],
    };

    private static CheckTable Grammar => new("MTX-LOGIN-35")
    {
        Passes =
        [
            ("usual", LoggedInAs("@alice:hs.example")),
            ("every character", LoggedInAs("@a0._=/+-:hs.example")),
            ("a port", LoggedInAs("@alice:hs.example:8448")),
            ("IPv4", LoggedInAs("@alice:127.0.0.1:8008")),
            ("IPv6", LoggedInAs("@alice:[2001:db8::1]")),
            ("255 bytes", LoggedInAs($"@{new string('a', 243)}:hs.example")),
        ],
        Fails =
        [
            (
                "no at sign",
                LoggedInAs("alice:hs.example"),
                ["body /user_id: expected a user id without a missing @ at its beginning, was alice:hs.example"]),
            ("no server", LoggedInAs("@alice"), ["body /user_id: expected a user id without a missing server name, was @alice"]),
            ("no server after the colon", LoggedInAs("@alice:"),
                ["body /user_id: expected a user id without a missing server name, was @alice:"]),
            ("an underscore in the host name", LoggedInAs("@alice:h_s.example"),
                ["body /user_id: expected a user id without an impossible server name, was @alice:h_s.example"]),
            ("256 bytes", LoggedInAs($"@{new string('a', 244)}:hs.example"),
                [$"body /user_id: expected a user id without more than 255 bytes, was @{new string('a', 78)}…"]),
        ],
        Softens =
        [
            ("capitals", LoggedInAs("@Alice:hs.example"),
                ["body /user_id: expected a user id without an impossible localpart, was @Alice:hs.example"]),
            ("an empty localpart", LoggedInAs("@:hs.example"),
                ["body /user_id: expected a user id without an impossible localpart, was @:hs.example"]),
        ],
        DoesNotApply =
        [
            ("no user id", LogIn.Answered(200, "{}")),
            ("a number for a user id", LogIn.Answered(200, """{"user_id":1}""")),
            ("a refusal", LogIn.Answered(403, """{"user_id":"alice"}""")),
            ("another endpoint", Request.Matrix("POST", "/register").Answered(200, """{"user_id":"alice"}""")),
        ],
    };

    private static Exchange LoggedIn(string members) => LoggedInAs("@alice:hs.example", members);

    private static Exchange LoggedInAs(string userId, string members = "\"device_id\":\"A\"") => LogIn.Answered(
        200, $$"""{"user_id":"{{userId}}","access_token":"<access-token#1>","device_id":"A",{{members}}}""");
}
