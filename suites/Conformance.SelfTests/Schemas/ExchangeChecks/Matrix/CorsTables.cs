using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>What browsers need, section 3.7 of the catalogue.</summary>
internal static class CorsTables
{
    private const string Origin = "https://app.example";

    private const string Allow = "Access-Control-Allow-Origin";

    public static IReadOnlyList<CheckTable> All { get; } =
    [
        new("MTX-CORS-03")
        {
            Passes =
            [
                ("every origin", FromApp.Answered(200, "{}").WithHeader(Allow, "*")),
                ("a header in lower case", FromApp.Answered(200, "{}").WithHeader("access-control-allow-origin", "*")),
                ("a preflight", Request.Matrix("OPTIONS", "/login").With("Origin", Origin).Answered(204).WithHeader(Allow, "*")),
                ("HEAD", Request.Matrix("HEAD", "/login").With("Origin", Origin).Answered(200).WithHeader(Allow, "*")),
            ],
            Fails =
            [
                ("no header", FromApp.Answered(200, "{}"), ["header Access-Control-Allow-Origin: expected *, was absent"]),
                ("every origin twice", FromApp.Answered(200, "{}").WithHeader(Allow, "*").WithHeader(Allow, "*"),
                    ["header Access-Control-Allow-Origin: expected *, was *, *"]),
                ("every origin twice on one line", FromApp.Answered(200, "{}").WithHeader(Allow, "*, *"),
                    ["header Access-Control-Allow-Origin: expected *, was *, *"]),
                (
                    "only this origin",
                    FromApp.Answered(200, "{}").WithHeader(Allow, Origin),
                    [$"header Access-Control-Allow-Origin: expected *, was {Origin}"]),
            ],
            DoesNotApply =
            [
                ("no browser", WhoAmI.Answered(200, "{}")),
                ("an error", FromApp.Answered(401, UnknownToken)),
                ("a redirect to single sign-on",
                    Request.Matrix("GET", "/login/sso/redirect?redirectUrl=x").With("Origin", Origin).Answered(302)),
                ("something outside of the API", FromApp.At("http://hs.example/").Answered(200, "{}")),
            ],
        },
        new("MTX-CORS-04")
        {
            Passes =
            [
                ("every origin", FromApp.Answered(401, UnknownToken).WithHeader(Allow, "*")),
                ("the origin of the request", FromApp.Answered(403, Forbidden).WithHeader(Allow, Origin)),
                ("too fast", FromApp.Answered(429, TooFast).WithHeader(Allow, "*")),
            ],
            Fails =
            [
                ("no header on 401",
                    FromApp.Answered(401, UnknownToken), ["header Access-Control-Allow-Origin: expected *, also on errors, was absent"]),
                ("no header on 429",
                    FromApp.Answered(429, TooFast), ["header Access-Control-Allow-Origin: expected *, also on errors, was absent"]),
                ("every origin and this one", FromApp.Answered(401, UnknownToken).WithHeader(Allow, "*").WithHeader(Allow, Origin),
                    [$"header Access-Control-Allow-Origin: expected *, also on errors, was *, {Origin}"]),
                ("no header for an unknown path", Unknown.Answered(404, Unrecognized),
                    ["header Access-Control-Allow-Origin: expected *, also on errors, was absent"]),
                ("another origin", FromApp.Answered(404, Unrecognized).WithHeader(Allow, "https://other.example"),
                    ["header Access-Control-Allow-Origin: expected *, also on errors, was https://other.example"]),
            ],
            DoesNotApply =
            [
                ("no browser", WhoAmI.Answered(401, UnknownToken)),
                ("a success", FromApp.Answered(200, "{}")),
                ("a gateway's 502", FromApp.AnsweredWithPage(502)),
                ("a gateway's 429", FromApp.AnsweredWithPage(429)),
                ("a web server's page for an unknown path", Unknown.AnsweredWithPage(404)),
                ("something outside of the API", FromApp.At("http://hs.example/").AnsweredWithPage(404)),
            ],
        },
        Preflights("MTX-CORS-05", "Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS",
            alsoRight: ["DELETE,GET,OPTIONS,POST,PUT,PATCH", "*"],
            wrong: ["POST", "get, post, put, delete, options", "GET POST PUT DELETE OPTIONS"]),
        Preflights("MTX-CORS-06", "Access-Control-Allow-Headers", "X-Requested-With, Content-Type, Authorization",
            alsoRight: ["authorization,content-type,x-requested-with,origin", "*, authorization"],
            wrong: ["*", "Authorization, Content-Type"]),
    ];

    private static Request Preflight =>
        Request.Matrix("OPTIONS", "/login").With("Origin", Origin).With("Access-Control-Request-Method", "POST");

    private static CheckTable Preflights(string requirement, string header, string expected, string[] alsoRight, string[] wrong) => new(
        requirement)
    {
        Passes =
        [
            .. alsoRight.Prepend(expected).Select(value => (value, Preflight.Answered(204).WithHeader(header, value))),
            ("two lines",
                expected.Split(',', 2) is [var first, var rest]
                    ? Preflight.Answered(200, "{}").WithHeader(header, first).WithHeader(header, rest)
                    : null!),
        ],
        Fails =
        [
            .. wrong.Select(value =>
                (value, Preflight.Answered(200).WithHeader(header, value), new[] { $"header {header}: expected {expected}, was {value}" })),
            ("no header", Preflight.Answered(200), [$"header {header}: expected {expected}, was absent"]),
        ],
        DoesNotApply =
        [
            ("a refused preflight", Preflight.Answered(405, Unrecognized)),
            ("OPTIONS without a method to ask for", Request.Matrix("OPTIONS", "/login").With("Origin", Origin).Answered(200)),
            ("no browser", Request.Matrix("OPTIONS", "/login").With("Access-Control-Request-Method", "POST").Answered(200)),
            ("another method", FromApp.With("Access-Control-Request-Method", "POST").Answered(200, "{}")),
            ("something outside of the API", Preflight.At("http://hs.example/").Answered(200)),
        ],
    };

    private static Request Unknown => Request.Matrix("GET", "/no/such/endpoint").With("Origin", Origin);

    private static Request FromApp => WhoAmI.With("Origin", Origin);
}
