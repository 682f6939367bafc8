using static Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb.KoyebTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb;

/// <summary>The shapes of error bodies, sections 2.2 and 6.1 of the catalogue.</summary>
internal static class ErrorShapeTables
{
    private const string RpcInvalid = """{"code":3,"message":"","details":[]}""";
    private const string RpcNotFound = """{"code":5,"message":"Not Found","details":[]}""";

    private static readonly string[] NoError =
        ["body (root) (required): expected member \"status\", was absent", "body /code (type): expected string, was number"];

    public static IReadOnlyList<CheckTable> All { get; } = [ErrorWithFields, Error, NoRpcStatus, DeclaredFailure];

    // JSON to most readers, but not to those of protocol buffers.
    private static (string What, string Body)[] UnreadableToGateways =>
    [
        ("a list", "[]"),
        ("null", "null"),
        ("a number for a text", """{"email":1}"""),
        ("a doubled member", """{"email":"","email":""}"""),
        ("half a surrogate pair", """{"email":"\ud800"}"""),
        ("what was no UTF-8", "{\"email\":\"\ufffd\"}"),
        ("2,000 levels", DeepBodies.Objects(2000)),
    ];

    private static CheckTable ErrorWithFields => new("KOY-GEN-02")
    {
        Passes =
        [
            ("without fields", LogIn.Answered(400, KoyebTables.Error("400", "\"invalid_argument\""))),
            ("with fields", LogIn.Answered(400, WithFields("""[{"field":"email","description":"missing"}]"""))),
            ("a code outside of the vocabulary", LogIn.Answered(400, KoyebTables.Error("400", "\"teapot\""))),
        ],
        Fails =
        [
            ("fields that are no list", LogIn.Answered(400, WithFields("{}")), ["body /fields (type): expected array, was object"]),
            ("no code",
                LogIn.Answered(400, """{"status":400,"message":""}"""), ["body (root) (required): expected member \"code\", was absent"]),
            ("null for what is required",
                LogIn.Answered(400, KoyebTables.Error("400", "null")), ["body /code (type): expected string, was null"]),
            ("google.rpc.Status, though 400 is declared", LogIn.Answered(400, """{"code":3,"message":"","details":[]}"""),
                ["body (root) (required): expected member \"status\", was absent", "body /code (type): expected string, was number"]),
            ("google.rpc.Status to texts", LogIn.Sending("""{"email":"","password":"\u0000"}""").Answered(400, RpcInvalid), NoError),
            ("google.rpc.Status to JSON", LogIn.Sending("{}").Answered(400, """{"code":3,"message":"","details":[]}"""),
                ["body (root) (required): expected member \"status\", was absent", "body /code (type): expected string, was number"]),
            ("a page", LogIn.AnsweredWithPage(400), ["body: expected an error in JSON, was <html> <h1>Sorry</h1> </html>"]),
            ("nothing", LogIn.Answered(400), ["body: expected an error in JSON, was empty"]),
            ("null", LogIn.Answered(400, "null"), ["body (root) (type): expected object, was null"]),
            ("a fraction for the status",
                LogIn.Answered(400, KoyebTables.Error("400.5")), ["body /status (type): expected integer, was number 400.5"]),
        ],
        Softens =
        [
            ("null for fields", LogIn.Answered(400, WithFields("null")), ["body /fields (type): expected array, was null"]),
            ("a gateway's google.rpc.Status to what is no JSON",
                LogIn.Sending("{").Answered(400, """{"code":3,"message":"","details":[]}"""),
                    ["body (root) (required): expected member \"status\", was absent", "body /code (type): expected string, was number"]),
            .. UnreadableToGateways.Select(
                row => ($"a gateway's google.rpc.Status to {row.What}", LogIn.Sending(row.Body).Answered(400, RpcInvalid), NoError)),
            ("null for the name of a field",
                LogIn.Answered(400, WithFields("""[{"field":null}]""")), ["body /fields/0/field (type): expected string, was null"]),
        ],
        DoesNotApply =
        [
            ("another status", LogIn.Answered(401, "{}")),
            ("a wrong method", Request.Koyeb("GET", "/v1/account/login").AnsweredWithPage(400)),
            ("HEAD", Request.Koyeb("HEAD", "/v1/account/profile").Answered(400)),
            ("what breaks HTTP", LogIn.BreakingHttp().AnsweredWithPage(400)),
        ],
    };

    private static CheckTable Error => new("KOY-GEN-03", "401, 403, 404 are Error")
    {
        Passes =
        [
            ("401", LogOut.Answered(401, KoyebTables.Error())),
            ("403", LogOut.Answered(403, KoyebTables.Error("403", "\"authentication_required\""))),
            ("404", LogOut.Answered(404, KoyebTables.Error("404", "\"unknown_resource\""))),
            ("google.rpc.Status with 401, which s21 does not declare",
                LogOut.Answered(401, """{"code":16,"message":"No.","details":[]}""")),
            ("doubled members, the last of which is right", LogOut.Answered(401, """{"status":401,"code":1,"code":"x","message":""}""")),
            ("half a surrogate pair", LogOut.Answered(401, KoyebTables.Error(message: "\"\\ud83d\""))),
            ("2,000 levels beside it",
                LogOut.Answered(401, $$"""{"status":401,"code":"x","message":"","x":{{DeepBodies.Objects(2000)}}}""")),
        ],
        Fails =
        [
            ("google.rpc.Status with 403, which is declared", LogOut.Answered(403, """{"code":7,"message":"No."}"""),
                ["body (root) (required): expected member \"status\", was absent", "body /code (type): expected string, was number"]),
            ("google.rpc.Status with ill-typed details", LogOut.Answered(401, """{"code":16,"details":{}}"""),
                ["body /details (type): expected array, was object"]),
            ("a text for the status",
                LogOut.Answered(401, KoyebTables.Error("\"401\"")), ["body /status (type): expected integer, was string"]),
            (
                "an empty code",
                LogOut.Answered(404, KoyebTables.Error("404", "\"\"")),
                ["body /code (minLength): expected at least 1 character(s), was 0"]),
            ("google.rpc.Status for an operation that every server has", LogOut.Answered(404, RpcNotFound), NoError),
            ("an error without a code for an operation that may be left out", ReadProfile.Answered(404, """{"status":404,"message":""}"""),
                ["body (root) (required): expected member \"code\", was absent"]),
            ("a page in place of an operation that may be left out, with a status that is no router's", ReadProfile.AnsweredWithPage(403),
                ["body: expected an error in JSON, was <html> <h1>Sorry</h1> </html>"]),
            ("no message",
                LogOut.Answered(404, """{"status":404,"code":"x"}"""), ["body (root) (required): expected member \"message\", was absent"]),
            ("a page", LogOut.AnsweredWithPage(404), ["body: expected an error in JSON, was <html> <h1>Sorry</h1> </html>"]),
        ],
        Softens =
        [
            ("null in google.rpc.Status",
                LogOut.Answered(401, """{"code":16,"details":null}"""), ["body /details (type): expected array, was null"]),
        ],
        DoesNotApply =
        [
            ("a success", LogOut.Answered(200, "{}")),
            ("a wrong method", Request.Koyeb("GET", "/v1/account/login").Answered(404, RpcNotFound)),
            ("an operation that later editions have no more", AskForMail.Answered(404, RpcNotFound)),
            ("an operation that may be left out", ReadProfile.AnsweredWithPage(404)),
            ("500, which s21 does not declare", LogOut.Answered(500, "{}")),
            ("a gateway's 502", LogOut.AnsweredWithPage(502)),
            ("a content delivery network's 429", LogOut.AnsweredWithPage(429)),
            ("HEAD", Request.Koyeb("HEAD", "/v1/account/profile").Answered(401)),
            ("what breaks HTTP", LogIn.BreakingHttp().AnsweredWithPage(404)),
        ],
    };

    private static CheckTable NoRpcStatus => new("KOY-GEN-03", "401 is Error, as the operations declare")
    {
        Passes =
        [
            ("an error", LogOut.Answered(401, KoyebTables.Error())),
            ("a page, which the shape is judged by", LogOut.AnsweredWithPage(401)),
        ],
        Fails =
        [
            ("google.rpc.Status", LogOut.Answered(401, """{"code":16,"message":"No.","details":[]}"""),
                ["body /code: expected a text such as \"authentication_error\", was 16"]),
        ],
        DoesNotApply =
        [
            ("403, which every edition declares", LogOut.Answered(403, """{"code":7}""")),
            ("HEAD", Request.Koyeb("HEAD", "/v1/account/profile").Answered(401)),
            ("what breaks HTTP", LogOut.BreakingHttp().Answered(401, """{"code":16}""")),
        ],
    };

    private static CheckTable DeclaredFailure => new("KOY-GEN-03", "500 and 503 are Error")
    {
        Passes =
        [
            ("500", LogOut.Answered(500, KoyebTables.Error("500", "\"api_error\""))),
            ("503", LogOut.Answered(503, KoyebTables.Error("503", "\"api_error\""))),
        ],
        Fails =
        [
            ("google.rpc.Status", LogOut.Answered(500, """{"code":13,"message":"No."}"""),
                ["body (root) (required): expected member \"status\", was absent", "body /code (type): expected string, was number"]),
            ("a page with 500", LogOut.AnsweredWithPage(500), ["body: expected an error in JSON, was <html> <h1>Sorry</h1> </html>"]),
            ("503 without a message", LogOut.Answered(503, """{"status":503,"code":"x"}"""),
                ["body (root) (required): expected member \"message\", was absent"]),
        ],
        DoesNotApply =
        [
            ("a gateway's 503", LogOut.AnsweredWithPage(503)),
            ("a gateway's 502", LogOut.Answered(502, "{}")),
            ("another status", LogOut.Answered(401, "{}")),
            ("what breaks HTTP", LogOut.BreakingHttp().AnsweredWithPage(500)),
        ],
    };

    private static string WithFields(string fields) => $$"""{"status":400,"code":"invalid_argument","message":"No.","fields":{{fields}}}""";
}
