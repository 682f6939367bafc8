using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>How access tokens are refused, section 3.5 of the catalogue.</summary>
internal static class CredentialTables
{
    private static Request Refresh => Request.Matrix("POST", "/refresh");

    private const string MissingToken = """{"errcode":"M_MISSING_TOKEN","error":"Who are you?"}""";

    private const string WrongErrcode = "body /errcode: expected \"M_MISSING_TOKEN\" or \"M_UNKNOWN_TOKEN\", was ";

    public static IReadOnlyList<CheckTable> All { get; } = [SoftLogout, SoftLogoutOnRefresh, MalformedCredentials];

    private static CheckTable SoftLogout => new("MTX-TOK-06")
    {
        Passes =
        [
            ("absent", WhoAmI.Answered(401, UnknownToken)),
            ("true", WhoAmI.Answered(401, """{"errcode":"M_UNKNOWN_TOKEN","error":"","soft_logout":true}""")),
            ("false", WhoAmI.Answered(401, """{"errcode":"M_UNKNOWN_TOKEN","error":"","soft_logout":false}""")),
        ],
        Fails =
        [
            ("a text", WhoAmI.Answered(401, """{"soft_logout":"false"}"""), ["body /soft_logout: expected a boolean, was \"false\""]),
            ("a number", WhoAmI.Answered(401, """{"soft_logout":0}"""), ["body /soft_logout: expected a boolean, was 0"]),
            ("null", WhoAmI.Answered(401, """{"soft_logout":null}"""), ["body /soft_logout: expected a boolean, was null"]),
        ],
        DoesNotApply =
        [
            ("another status", WhoAmI.Answered(403, """{"soft_logout":"false"}""")),
            ("a page, which MTX-ERR-01 judges", WhoAmI.AnsweredWithPage(401)),
            ("HEAD", Request.Matrix("HEAD", "/account/whoami").Answered(401)),
            ("something outside of the API", WhoAmI.At("http://hs.example/").Answered(401, """{"soft_logout":"false"}""")),
        ],
    };

    private static CheckTable SoftLogoutOnRefresh => new("MTX-REFRESH-11")
    {
        Passes =
        [
            ("absent", Refresh.Answered(401, UnknownToken)),
            ("true, as in the specification's example",
                Refresh.Answered(401, """{"errcode":"M_UNKNOWN_TOKEN","error":"","soft_logout":true}""")),
            ("false", Refresh.Answered(401, """{"errcode":"M_UNKNOWN_TOKEN","error":"","soft_logout":false}""")),
        ],
        Fails =
        [
            ("a text", Refresh.Answered(401, """{"soft_logout":"true"}"""), ["body /soft_logout: expected a boolean, was \"true\""]),
            ("null", Refresh.Answered(401, """{"soft_logout":null}"""), ["body /soft_logout: expected a boolean, was null"]),
        ],
        DoesNotApply =
        [
            ("another status", Refresh.Answered(403, """{"soft_logout":"true"}""")),
            ("another endpoint, which MTX-TOK-06 judges", WhoAmI.Answered(401, """{"soft_logout":"true"}""")),
            ("a page, which MTX-ERR-01 judges", Refresh.AnsweredWithPage(401)),
        ],
    };

    private static CheckTable MalformedCredentials => new("MTX-TOK-08")
    {
        Passes =
        [
            ("no token", WhoAmI.With("Authorization", "Bearer").Answered(401, MissingToken)),
            ("a space for a token", WhoAmI.With("Authorization", "Bearer ").Answered(401, UnknownToken)),
            ("nothing", WhoAmI.With("Authorization", "").Answered(401, MissingToken)),
            ("another scheme", WhoAmI.With("Authorization", "Basic x").Answered(401, MissingToken)),
            ("two headers", WhoAmI.With("Authorization", "Bearer").With("Authorization", "Basic x").Answered(401, MissingToken)),
            ("two tokens", Request.Matrix("POST", "/logout").With("Authorization", "Bearer a b").Answered(401, UnknownToken)),
        ],
        Fails =
        [
            ("accepted", WhoAmI.With("Authorization", "Token x").Answered(200, "{}"),
                ["status: expected 401 for malformed credentials, was 200", WrongErrcode + "absent"]),
            ("an internal error", WhoAmI.With("Authorization", "Bearer é").Answered(500, InternalError),
                ["status: expected 401 for malformed credentials, was 500", WrongErrcode + "M_UNKNOWN"]),
            ("another errcode", WhoAmI.With("Authorization", "Basic x").Answered(401, Forbidden), [WrongErrcode + "M_FORBIDDEN"]),
            ("an endpoint that every server has is missing", WhoAmI.With("Authorization", "Basic x").Answered(404, Unrecognized),
                ["status: expected 401 for malformed credentials, was 404", WrongErrcode + "M_UNRECOGNIZED"]),
        ],
        DoesNotApply =
        [
            ("no header", WhoAmI.Answered(200, "{}")),
            ("a token", WhoAmI.With("Authorization", "Bearer <access-token#1>").Answered(200, "{}")),
            ("two spaces, which RFC 9110 allows", WhoAmI.With("Authorization", "Bearer  <access-token#1>").Answered(200, "{}")),
            ("a tab, which servers may take for a space", WhoAmI.With("Authorization", "Bearer\t<access-token#1>").Answered(200, "{}")),
            ("a scheme in lower case, which is open (AMB-16)", WhoAmI.With("Authorization", "bearer <access-token#1>").Answered(200, "{}")),
            ("another header with a token, which is open (AMB-16)",
                WhoAmI.With("Authorization", "Basic x").With("authorization", "Bearer <access-token#1>").Answered(200, "{}")),
            ("bytes that break HTTP", WhoAmI.With("Authorization", "Bearer \0").BreakingHttp().Answered(400)),
            ("a token in the query too, which is open (AMB-16)",
                Request.Matrix("GET", "/account/whoami?access_token=<access-token#1>")
                    .With("Authorization", "Basic x")
                    .Answered(200, "{}")),
            ("an endpoint that asks for none", LogIn.With("Authorization", "Basic x").Answered(200, "{}")),
            ("an optional endpoint that is missing",
                Request.Matrix("GET", "/pushers").With("Authorization", "Basic x").Answered(404, Unrecognized)),
            ("a preflight", Request.Matrix("OPTIONS", "/account/whoami").With("Authorization", "Basic x").Answered(204)),
            ("too fast", WhoAmI.With("Authorization", "Basic x").Answered(429, TooFast)),
            ("a gateway's 502", WhoAmI.With("Authorization", "Basic x").AnsweredWithPage(502)),
        ],
    };
}
