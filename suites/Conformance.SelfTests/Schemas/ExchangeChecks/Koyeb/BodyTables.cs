using static Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb.KoyebTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb;

/// <summary>Bodies and success, section 6.1 of the catalogue.</summary>
internal static class BodyTables
{
    public static IReadOnlyList<CheckTable> All { get; } = [LabelledJson, SuccessIs200];

    private static CheckTable LabelledJson => new("KOY-GEN-01")
    {
        Passes =
        [
            ("JSON", LogOut.Answered(200, "{}")),
            ("a parameter", LogOut.Answered(200, "{}").Labelled("application/json; charset=utf-8")),
            ("capitals", LogOut.Answered(200, "{}").Labelled("Application/Json")),
            ("null, whose shape other rows judge", LogOut.Answered(200, "null")),
            ("2,000 levels", LogOut.Answered(200, DeepBodies.Objects(2000))),
        ],
        Fails =
        [
            ("text", LogOut.Answered(200, "{}").Labelled("text/plain"), ["header Content-Type: expected application/json, was text/plain"]),
            ("no header", LogOut.Answered(200, "{}").Labelled(null), ["header Content-Type: expected application/json, was absent"]),
            ("JSON that breaks off", LogOut.Answered(200, "{"), ["body: expected valid JSON in UTF-8, was {"]),
            ("a page", LogOut.AnsweredWithPage(404),
                [
                    "body: expected valid JSON in UTF-8, was <html> <h1>Sorry</h1> </html>",
                    "header Content-Type: expected application/json, was text/html",
                ]),
            ("Latin-1 with another JSON media type", LogOut.Answered(200, "{}").Labelled("text/json").InOtherBytes(),
                ["body: expected valid JSON in UTF-8, was {}", "header Content-Type: expected application/json, was text/json"]),
        ],
        Softens =
        [
            ("text/json",
                LogOut.Answered(200, "{}").Labelled("text/json"), ["header Content-Type: expected application/json, was text/json"]),
            ("a JSON suffix", LogOut.Answered(400, "{}").Labelled("application/problem+JSON"),
                ["header Content-Type: expected application/json, was application/problem+JSON"]),
            ("null labelled text/json",
                LogOut.Answered(200, "null").Labelled("text/json"), ["header Content-Type: expected application/json, was text/json"]),
        ],
        DoesNotApply =
        [
            ("no body", LogOut.Answered(200)),
            ("a wrong method", Request.Koyeb("GET", "/v1/account/logout").AnsweredWithPage(404)),
            ("an operation that later editions have no more", AskForMail.AnsweredWithPage(405)),
            ("an operation that may be left out", ReadProfile.AnsweredWithPage(501)),
            ("HEAD", Request.Koyeb("HEAD", "/v1/account/profile").AnsweredWithPage(200)),
            ("OPTIONS", Request.Koyeb("OPTIONS", "/v1/account/login").AnsweredWithPage(200)),
            ("a gateway's 502", LogIn.AnsweredWithPage(502)),
            ("a gateway's 503", LogIn.AnsweredWithPage(503)),
            ("a gateway's 504", LogIn.AnsweredWithPage(504)),
            ("a content delivery network's 429", LogIn.AnsweredWithPage(429)),
            ("a web server's word on what is no HTTP", LogIn.BreakingHttp().AnsweredWithPage(400)),
        ],
    };

    private static CheckTable SuccessIs200 => new("KOY-GEN-11")
    {
        Passes = [("200", LogOut.Answered(200, "{}")), ("200 without a body, which other rows judge", LogOut.Answered(200))],
        Fails =
        [
            ("201", LogIn.Answered(201, "{}"), ["status: expected 200, was 201"]),
            ("204", LogOut.Answered(204), ["status: expected 200, was 204"]),
        ],
        DoesNotApply =
        [
            ("an error", LogIn.Answered(400, "{}")),
            ("a wrong method, which other rows judge", Request.Koyeb("GET", "/v1/account/login").Answered(204)),
            ("a preflight, which is no operation", Request.Koyeb("OPTIONS", "/v1/account/login").Answered(204)),
        ],
    };
}
