using Conformance.Record.Exchanges;
using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>The standard error object, section 3.6 of the catalogue.</summary>
internal static class ErrorTables
{
    public static IReadOnlyList<CheckTable> All { get; } = [StandardError, FormOfErrcode];

    private static Request Unknown => Request.Matrix("GET", "/no/such/endpoint");

    private static Request DeleteDevice => Request.Matrix("DELETE", "/devices/PHONE");

    private static CheckTable StandardError => new("MTX-ERR-01")
    {
        Passes =
        [
            ("errcode and error", WhoAmI.Answered(401, UnknownToken)),
            ("further members", LogIn.Answered(429, TooFast)),
            ("an empty text", LogIn.Answered(403, """{"errcode":"M_FORBIDDEN","error":""}""")),
            ("an internal error", LogIn.Answered(500, InternalError)),
            ("a failed stage of user-interactive authentication",
                DeleteDevice.Answered(401, """{"flows":[],"errcode":"M_FORBIDDEN","error":"No."}""")),
            ("doubled members, the last of which is right",
                WhoAmI.Answered(401, """{"errcode":1,"errcode":"M_UNKNOWN_TOKEN","error":"A","error":"B"}""")),
            ("half a surrogate pair", WhoAmI.Answered(401, """{"errcode":"M_UNKNOWN_TOKEN","error":"\ud83d"}""")),
            ("members nested 2,000 levels deep",
                WhoAmI.Answered(401, $$"""{"errcode":"M_X","error":"","x":{{DeepBodies.Arrays(2000)}}}""")),
        ],
        Fails =
        [
            ("no error", LogIn.Answered(403, """{"errcode":"M_FORBIDDEN"}"""), ["body /error: expected a string, was absent"]),
            ("no errcode", LogIn.Answered(403, """{"error":"No."}"""), ["body /errcode: expected a string, was absent"]),
            ("another type", LogIn.Answered(403, """{"errcode":403,"error":null}"""),
                ["body /errcode: expected a string, was 403", "body /error: expected a string, was null"]),
            ("a page that is not a gateway's",
                LogIn.AnsweredWithPage(404), ["body: expected a standard error object, was <html> <h1>Sorry</h1> </html>"]),
            ("an array", LogIn.Answered(400, "[]"), ["body: expected a standard error object, was []"]),
            ("nothing", LogIn.Answered(500), ["body: expected a standard error object, was empty"]),
            ("an incomplete error for an unknown path", Unknown.Answered(404, """{"errcode":"M_UNRECOGNIZED"}"""),
                ["body /error: expected a string, was absent"]),
            ("a page for an unknown path that is no 404", Unknown.AnsweredWithPage(400),
                ["body: expected a standard error object, was <html> <h1>Sorry</h1> </html>"]),
            ("flows outside of a 401", LogIn.Answered(403, """{"flows":[]}"""),
                ["body /errcode: expected a string, was absent", "body /error: expected a string, was absent"]),
            ("flows that are no list", DeleteDevice.Answered(401, """{"flows":null}"""),
                ["body /errcode: expected a string, was absent", "body /error: expected a string, was absent"]),
            ("a failed stage without its error", DeleteDevice.Answered(401, """{"flows":[],"errcode":"M_FORBIDDEN"}"""),
                ["body /error: expected a string, was absent"]),
        ],
        DoesNotApply =
        [
            ("501 without a body for an unknown path, which MTX-ERR-03 judges", Unknown.Answered(501)),
            ("a success", WhoAmI.Answered(200, "{}")),
            ("a 401 that asks for user-interactive authentication",
                DeleteDevice.Answered(401, """{"flows":[{"stages":["m.login.password"]}],"session":"x"}""")),
            ("a page for an unknown path, which MTX-ERR-03 is about", Unknown.AnsweredWithPage(404)),
            ("a page for single sign-on", Request.Matrix("GET", "/login/sso/redirect").AnsweredWithPage(400)),
            ("nothing for a wrong method, which MTX-ERR-04 is about", Request.Matrix("PUT", "/login").Answered(405)),
            ("HEAD", Request.Matrix("HEAD", "/account/whoami").Answered(401)),
            ("OPTIONS", Request.Matrix("OPTIONS", "/login").Answered(404)),
            ("a gateway's 502", LogIn.AnsweredWithPage(502)),
            ("a gateway's 503", LogIn.AnsweredWithPage(503)),
            ("a gateway's 504", LogIn.AnsweredWithPage(504)),
            ("a gateway's 429", LogIn.AnsweredWithPage(429)),
            ("a gateway's 413", LogIn.AnsweredWithPage(413)),
            ("a page outside of the API", Request.Matrix("GET", "/x").At("http://hs.example/no-such-page").AnsweredWithPage(404)),
            ("a page outside of the API that is given its address",
                Request.Matrix("GET", "/x").At("http://hs.example/?to=/_matrix/client").AnsweredWithPage(404)),
            ("the static login page",
                Request.Matrix("GET", "/x").At("http://hs.example/_matrix/static/client/login/").AnsweredWithPage(404)),
        ],
    };

    private static CheckTable FormOfErrcode => new("MTX-ERR-02")
    {
        Passes =
        [
            ("a code of the specification", WhoAmI.Answered(401, UnknownToken)),
            ("a namespace with points", LogIn.Answered(400, """{"errcode":"ORG.MATRIX.MSC3575_UNKNOWN_POS","error":""}""")),
            ("a failed stage", DeleteDeviceFailed("M_FORBIDDEN")),
        ],
        Fails =
        [
            ("lower case", LogIn.Answered(400, """{"errcode":"m_forbidden","error":""}"""), [Wrong("m_forbidden")]),
            ("no namespace", LogIn.Answered(400, """{"errcode":"FORBIDDEN","error":""}"""), [Wrong("FORBIDDEN")]),
            ("nothing", LogIn.Answered(400, """{"errcode":"","error":""}"""), [Wrong("empty")]),
            ("a line break at its end", LogIn.Answered(400, """{"errcode":"M_FORBIDDEN\n","error":""}"""), [Wrong("M_FORBIDDEN ")]),
            ("a point in the code", LogIn.Answered(400, """{"errcode":"M_NOT.JSON","error":""}"""), [Wrong("M_NOT.JSON")]),
            ("half a surrogate pair", LogIn.Answered(400, """{"errcode":"M_\udc00","error":""}"""), [Wrong("M_\ufffd")]),
        ],
        DoesNotApply =
        [
            ("no errcode, which MTX-ERR-01 judges", LogIn.Answered(400, "{}")),
            ("a number, which MTX-ERR-01 judges", LogIn.Answered(400, """{"errcode":1}""")),
            ("a success", LogIn.Answered(200, """{"errcode":"x"}""")),
            ("a gateway's 502", LogIn.Answered(502, """{"errcode":"x"}""")),
            ("something outside of the API", LogIn.At("http://hs.example/x").Answered(404, """{"errcode":"x"}""")),
        ],
    };

    private static Exchange DeleteDeviceFailed(string errcode) =>
        DeleteDevice.Answered(401, $$"""{"flows":[],"errcode":"{{errcode}}","error":"No."}""");

    private static string Wrong(string errcode) => $"body /errcode: expected capitals with a namespace, such as M_FORBIDDEN, was {errcode}";
}
