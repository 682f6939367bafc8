using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>JSON over HTTP, section 3.6 of the catalogue; MTX-HTTP-06 has a table file of its own.</summary>
internal static class JsonTables
{
    public static IReadOnlyList<CheckTable> All { get; } = [ContentType, JsonObject, Utf8, IntegerTable.Integers];

    private static CheckTable ContentType => new("MTX-HTTP-01")
    {
        Passes =
        [
            ("JSON", WhoAmI.Answered(200, "{}")),
            ("an error in JSON", WhoAmI.Answered(401, UnknownToken)),
            ("utf-8", WhoAmI.Answered(200, "{}").Labelled("application/json; charset=utf-8")),
            ("utf-8 in capitals and quotes", WhoAmI.Answered(200, "{}").Labelled("application/json;charset=\"UTF-8\"")),
            ("capitals", WhoAmI.Answered(200, "{}").Labelled("Application/JSON")),
            ("another parameter", WhoAmI.Answered(200, "{}").Labelled("application/json; profile=x")),
            ("broken JSON, which MTX-HTTP-04 judges", WhoAmI.Answered(200, "{")),
        ],
        Fails =
        [
            ("text", WhoAmI.Answered(200, "{}").Labelled("text/plain"), ["header Content-Type: expected application/json, was text/plain"]),
            ("another JSON media type",
                WhoAmI.Answered(200, "{}").Labelled("text/json"), ["header Content-Type: expected application/json, was text/json"]),
            ("no header",
                WhoAmI.Answered(401, UnknownToken).Labelled(null), ["header Content-Type: expected application/json, was absent"]),
            ("a malformed header",
                WhoAmI.Answered(200, "{}").Labelled("json"), ["header Content-Type: expected application/json, was json"]),
            ("another charset", WhoAmI.Answered(200, "{}").Labelled("application/json; charset=iso-8859-1"),
                ["charset of Content-Type: expected utf-8 or none, was iso-8859-1"]),
        ],
        DoesNotApply =
        [
            ("no body", Request.Matrix("PUT", "/devices/PHONE").Answered(204)),
            ("a page, which other rows judge", WhoAmI.AnsweredWithPage(404)),
            ("HEAD", Request.Matrix("HEAD", "/login").Answered(200).Labelled("text/plain")),
            ("OPTIONS", Request.Matrix("OPTIONS", "/login").Answered(200, "{}").Labelled("text/plain")),
            ("a gateway's 502", WhoAmI.Answered(502, "{}").Labelled("text/plain")),
            ("a gateway's 429", WhoAmI.Answered(429, "\"slow down\"").Labelled("text/plain")),
            ("something outside of the API", WhoAmI.At("http://hs.example/x").Answered(200, "{}").Labelled("text/plain")),
        ],
    };

    private static CheckTable JsonObject => new("MTX-HTTP-04")
    {
        Passes =
        [
            ("an empty object", Request.Matrix("POST", "/logout").Answered(200, "{}")),
            ("white space around it", WhoAmI.Answered(200, " {\r\n} ")),
            ("doubled members", WhoAmI.Answered(200, """{"user_id":"@a:b","user_id":"@c:d"}""")),
            ("half a surrogate pair", WhoAmI.Answered(200, """{"user_id":"\udc00"}""")),
            ("2,000 levels", WhoAmI.Answered(200, DeepBodies.Objects(2000))),
            ("numbers beyond double", WhoAmI.Answered(200, """{"a":1e400,"b":-1e-400}""")),
        ],
        Fails =
        [
            ("nothing", Request.Matrix("POST", "/logout").Answered(204), ["body: expected a JSON object, was empty"]),
            ("null", WhoAmI.Answered(200, "null"), ["body: expected a JSON object, was null"]),
            ("an array", WhoAmI.Answered(200, "[]"), ["body: expected a JSON object, was []"]),
            ("a text", WhoAmI.Answered(201, "\"ok\""), ["body: expected a JSON object, was \"ok\""]),
            ("a page", WhoAmI.AnsweredWithPage(200), ["body: expected a JSON object, was <html> <h1>Sorry</h1> </html>"]),
            ("JSON that breaks off",
                WhoAmI.Answered(200, "{\"user_id\":\"@a:b\""), ["body: expected a JSON object, was {\"user_id\":\"@a:b\""]),
            ("a constant that is no JSON", WhoAmI.Answered(200, "{\"a\":NaN}"), ["body: expected a JSON object, was {\"a\":NaN}"]),
            ("a long page", WhoAmI.Answered(200, new string('x', 100)), [$"body: expected a JSON object, was {new string('x', 79)}…"]),
            ("a page cut within a character",
                WhoAmI.Answered(200, new string('x', 78) + "😀 and so on"), [$"body: expected a JSON object, was {new string('x', 78)}…"]),
        ],
        DoesNotApply =
        [
            ("an error, which MTX-ERR-01 judges", WhoAmI.Answered(400, "[]")),
            ("a page for an unknown path, which MTX-ERR-03 judges", Request.Matrix("GET", "/no/such/endpoint").AnsweredWithPage(200)),
            ("a redirection", Request.Matrix("GET", "/login/sso/redirect").Answered(302)),
            ("HEAD", Request.Matrix("HEAD", "/login").Answered(200)),
            ("OPTIONS", Request.Matrix("OPTIONS", "/login").Answered(204)),
            ("something outside of the API", WhoAmI.At("http://hs.example/").AnsweredWithPage(200)),
            ("the static login page", WhoAmI.At("http://hs.example/_matrix/static/client/login/").AnsweredWithPage(200)),
            ("a page to pick an identity provider", Request.Matrix("GET", "/login/sso/redirect?redirectUrl=x").AnsweredWithPage(200)),
            ("a page that does a stage", Request.Matrix("GET", "/auth/m.login.sso/fallback/web?session=x").AnsweredWithPage(200)),
            ("a page of one identity provider", Request.Matrix("GET", "/login/sso/redirect/oidc").AnsweredWithPage(200)),
        ],
    };

    private static CheckTable Utf8 => new("MTX-HTTP-05")
    {
        Passes = [("UTF-8", WhoAmI.Answered(200, "{\"name\":\"Ä\"}")), ("an error", WhoAmI.Answered(401, UnknownToken))],
        Fails =
        [
            ("Latin-1 in JSON", WhoAmI.Answered(200, "{\"name\":\"\ufffd\"}").InOtherBytes(), ["body: expected UTF-8, was other bytes"]),
            ("UTF-16 labelled as JSON", WhoAmI.Answered(200, "\ufffd\ufffd{").InOtherBytes(), ["body: expected UTF-8, was other bytes"]),
        ],
        DoesNotApply =
        [
            ("a page in Latin-1, which other rows judge", WhoAmI.AnsweredWithPage(404).InOtherBytes()),
            ("no body", WhoAmI.Answered(200)),
            ("a gateway's 502", WhoAmI.Answered(502, "{}").InOtherBytes()),
            ("something outside of the API", WhoAmI.At("http://hs.example/").Answered(200, "{}").InOtherBytes()),
        ],
    };
}
