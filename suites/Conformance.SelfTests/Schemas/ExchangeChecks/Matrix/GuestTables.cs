using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>Registration of guests, section 3.17 of the catalogue.</summary>
internal static class GuestTables
{
    public static IReadOnlyList<CheckTable> All { get; } =
    [
        new("MTX-GUEST-01")
        {
            Passes =
            [
                ("a guest", AsGuest.Answered(200, """{"user_id":"@1:hs"}""")),
                ("no guests", AsGuest.Answered(403, Forbidden)),
            ],
            Fails =
            [
                ("another errcode", AsGuest.Answered(403, InternalError), ["body /errcode: expected \"M_FORBIDDEN\", was M_UNKNOWN"]),
                ("user-interactive authentication",
                    AsGuest.Answered(401, """{"flows":[]}"""), ["status: expected 200, or 403 where guests are not allowed, was 401"]),
                ("an internal error",
                    AsGuest.Answered(500, InternalError), ["status: expected 200, or 403 where guests are not allowed, was 500"]),
            ],
            DoesNotApply =
            [
                ("a user", Register("").Sending("{}").Answered(401, """{"flows":[]}""")),
                ("another kind", Register("?kind=guests").Sending("{}").Answered(400, InternalError)),
                ("a broken body, which MTX-ERR-05 judges", Register("?kind=guest").Sending("{").Answered(400, NotJson)),
                ("no such endpoint", AsGuest.Answered(404, Unrecognized)),
                ("no such method", AsGuest.Answered(405, Unrecognized)),
                ("too fast", AsGuest.Answered(429, TooFast)),
                ("a gateway's 502", AsGuest.AnsweredWithPage(502)),
            ],
        },
    ];

    private static Request AsGuest => Register("?kind=guest").Sending("{}");

    private static Request Register(string query) => Request.Matrix("POST", $"/register{query}");
}
