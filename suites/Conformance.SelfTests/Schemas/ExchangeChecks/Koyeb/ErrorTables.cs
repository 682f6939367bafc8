using static Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb.KoyebTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb;

/// <summary>What error bodies say, section 6.1 of the catalogue.</summary>
internal static class ErrorTables
{
    private const string RpcStatus = """{"code":16,"message":"No.","details":[],"status":16}""";

    public static IReadOnlyList<CheckTable> All { get; } = [StatusInBody, CodeAndMessage, UnauthenticatedCode, InvalidCode];

    private static CheckTable StatusInBody => new("KOY-GEN-04")
    {
        Passes = [("the same", LogOut.Answered(401, Error())), ("the same with 400", LogIn.Answered(400, Error("400")))],
        Fails =
        [
            ("another", LogOut.Answered(401, Error("403")), ["body /status: expected 401, as the HTTP status, was 403"]),
            ("a text", LogOut.Answered(401, Error("\"401\"")), ["body /status: expected 401, as the HTTP status, was \"401\""]),
            ("401.0, which no int32 is read from",
                LogOut.Answered(401, Error("401.0")), ["body /status: expected 401, as the HTTP status, was 401.0"]),
            ("beyond double", LogOut.Answered(404, Error("1e400")), ["body /status: expected 404, as the HTTP status, was 1e400"]),
        ],
        DoesNotApply =
        [
            ("no status, which KOY-GEN-03 judges", LogOut.Answered(401, """{"code":"x"}""")),
            ("null, which KOY-GEN-03 judges", LogOut.Answered(401, Error("null"))),
            ("google.rpc.Status", LogOut.Answered(401, RpcStatus)),
            ("a success", LogOut.Answered(200, Error())),
            ("a page", LogOut.AnsweredWithPage(404)),
        ],
    };

    private static CheckTable CodeAndMessage => new("KOY-GEN-05")
    {
        Passes =
        [
            ("both", LogOut.Answered(401, Error())),
            ("a code outside of the vocabulary", LogIn.Answered(400, Error("400", "\"teapot\""))),
            ("an empty message", LogIn.Answered(400, Error("400", message: "\"\""))),
        ],
        Fails =
        [
            ("neither", LogOut.Answered(403, """{"status":403}"""),
                ["body /code: expected a string that is not empty, was absent", "body /message: expected a string, was absent"]),
            ("an empty code", LogOut.Answered(403, Error("403", "\"\"")), ["body /code: expected a string that is not empty, was \"\""]),
            ("null", LogOut.Answered(404, Error("404", "null", "null")),
                ["body /code: expected a string that is not empty, was null", "body /message: expected a string, was null"]),
            ("an object",
                LogOut.Answered(403, Error("403", "{\"a\":1}")), ["body /code: expected a string that is not empty, was {\"a\":1}"]),
            ("a number that is no code of google.rpc.Status", LogOut.Answered(403, Error("403", "16.5")),
                ["body /code: expected a string that is not empty, was 16.5"]),
            ("a number for the message", LogOut.Answered(403, Error("403", message: "1")), ["body /message: expected a string, was 1"]),
        ],
        DoesNotApply =
        [
            ("google.rpc.Status", LogOut.Answered(401, RpcStatus)),
            ("a list, which KOY-GEN-03 judges", LogOut.Answered(401, "[]")),
            ("500", LogOut.Answered(500, "{}")),
            ("HEAD", Request.Koyeb("HEAD", "/v1/account/profile").Answered(401, "{}")),
        ],
    };

    private static CheckTable UnauthenticatedCode => new("KOY-GEN-06")
    {
        Passes = [("authentication_error", LogOut.Answered(401, Error())), ("at login too", LogIn.Answered(401, Error()))],
        Fails =
        [
            (
                "another",
                LogOut.Answered(401, Error(code: "\"unauthorized\"")),
                ["body /code: expected \"authentication_error\", was \"unauthorized\""]),
            ("none",
                LogOut.Answered(401, """{"status":401,"message":""}"""), ["body /code: expected \"authentication_error\", was absent"]),
        ],
        Softens =
        [
            ("another for wrong credentials at login", LogIn.Answered(401, Error(code: "\"invalid_credentials\"")),
                ["body /code: expected \"authentication_error\", was \"invalid_credentials\""]),
        ],
        DoesNotApply =
        [
            ("google.rpc.Status", LogOut.Answered(401, RpcStatus)),
            ("another status", LogOut.Answered(403, Error("403", "\"authentication_required\""))),
            ("a page", LogOut.AnsweredWithPage(401)),
        ],
    };

    private static CheckTable InvalidCode => new("KOY-GEN-07")
    {
        Passes = [("invalid_argument", LogIn.Answered(400, Error("400", "\"invalid_argument\"")))],
        Fails =
        [
            ("another",
                LogIn.Answered(400, Error("400", "\"bad_request\"")), ["body /code: expected \"invalid_argument\", was \"bad_request\""]),
            ("none", LogIn.Answered(400, """{"status":400,"message":""}"""), ["body /code: expected \"invalid_argument\", was absent"]),
        ],
        Softens =
        [
            ("invalid_parameter", LogIn.Answered(400, Error("400", "\"invalid_parameter\"")),
                ["body /code: expected \"invalid_argument\", was \"invalid_parameter\""]),
            ("failed_precondition", LogIn.Answered(400, Error("400", "\"failed_precondition\"")),
                ["body /code: expected \"invalid_argument\", was \"failed_precondition\""]),
        ],
        DoesNotApply =
        [
            ("google.rpc.Status, which KOY-GEN-02 judges", LogIn.Answered(400, """{"code":3}""")),
            ("another status", LogIn.Answered(404, Error("404", "\"unknown_resource\""))),
            ("what breaks HTTP", LogIn.BreakingHttp().Answered(400, Error("400"))),
        ],
    };
}
