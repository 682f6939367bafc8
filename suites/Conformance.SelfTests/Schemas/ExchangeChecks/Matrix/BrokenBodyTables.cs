using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>Requests whose body is not JSON, section 3.6 of the catalogue.</summary>
internal static class BrokenBodyTables
{
    private const string WrongErrcode = "body /errcode: expected \"M_NOT_JSON\" or another errcode of bad requests, was ";

    public static IReadOnlyList<CheckTable> All { get; } =
    [
        new("MTX-ERR-05")
        {
            Passes =
            [
                ("M_NOT_JSON", LogIn.Sending("{").Answered(400, NotJson)),
                ("M_BAD_JSON", LogIn.Sending("abc").Answered(400, """{"errcode":"M_BAD_JSON","error":""}""")),
                ("M_MISSING_PARAM", Refresh.Sending("").Answered(400, """{"errcode":"M_MISSING_PARAM","error":""}""")),
                ("M_INVALID_PARAM with 422", Refresh.Sending("{'a':1}").Answered(422, """{"errcode":"M_INVALID_PARAM","error":""}""")),
                ("no body where members are required", LogIn.Answered(400, NotJson)),
                ("a body that breaks off elsewhere", DeleteDevices.Sending("{\"devices\":[").Answered(400, NotJson)),
            ],
            Fails =
            [
                ("accepted", LogIn.Sending("{").Answered(200, "{}"),
                    ["status: expected 4xx for a body that is not JSON, was 200", WrongErrcode + "absent"]),
                ("an internal error", DeleteDevices.Sending("{").Answered(500, InternalError),
                    ["status: expected 4xx for a body that is not JSON, was 500", WrongErrcode + "M_UNKNOWN"]),
                ("another errcode", LogIn.Sending("{").Answered(400, """{"errcode":"M_UNKNOWN"}"""), [WrongErrcode + "M_UNKNOWN"]),
                ("an empty body read as wrong credentials", LogIn.Sending("").Answered(403, Forbidden), [WrongErrcode + "M_FORBIDDEN"]),
                ("no body, and no answer in JSON", Refresh.AnsweredWithPage(400), [WrongErrcode + "absent"]),
                ("two values", LogIn.Sending("{}{}").Answered(200, "{}"),
                    ["status: expected 4xx for a body that is not JSON, was 200", WrongErrcode + "absent"]),
            ],
            DoesNotApply =
            [
                ("valid JSON", LogIn.Sending("{}").Answered(400, """{"errcode":"M_UNKNOWN"}""")),
                ("JSON null, which MTX-ERR-06 is about", LogIn.Sending(" null ").Answered(200, "{}")),
                ("doubled members, which are open (MTX-ERR-08)", LogIn.Sending("""{"type":"a","type":"b"}""").Answered(200, "{}")),
                ("half a surrogate pair, which is open", LogIn.Sending("""{"type":"\ud800"}""").Answered(200, "{}")),
                ("10,000 levels, which are open", LogIn.Sending(DeepBodies.Objects(10_000)).Answered(200, "{}")),
                ("a byte order mark, which is open", LogIn.Sending("\uFEFF{}").Answered(200, "{}")),
                ("constants that are no JSON, which are open", LogIn.Sending("""{"a":NaN,"b":-Infinity}""").Answered(200, "{}")),
                ("no body where it may be left out", Request.Matrix("POST", "/login/get_token").Answered(200, "{}")),
                ("an empty body where it may be left out", Request.Matrix("POST", "/login/get_token").Sending("").Answered(200, "{}")),
                ("logout, which takes no body (AMB-7)", Request.Matrix("POST", "/logout").Sending("{").Answered(200, "{}")),
                ("logout of all, which takes no body (AMB-7)", Request.Matrix("POST", "/logout/all").Sending("{").Answered(200, "{}")),
                ("GET", WhoAmI.Sending("{").Answered(200, "{}")),
                ("refused for the credentials before", DeleteDevices.Sending("{").Answered(401, UnknownToken)),
                ("refused for the permission before", Request.Matrix("POST", "/register").Sending("{").Answered(403, Forbidden)),
                ("no such endpoint", Refresh.Sending("{").Answered(404, Unrecognized)),
                ("no such method", Request.Matrix("PUT", "/login").Sending("{").Answered(405, Unrecognized)),
                ("too large", LogIn.Sending("{").AnsweredWithPage(413)),
                ("too fast", LogIn.Sending("{").Answered(429, TooFast)),
                ("a gateway's 503", LogIn.Sending("{").AnsweredWithPage(503)),
                ("something outside of the API", LogIn.At("http://hs.example/login").Sending("{").Answered(200, "{}")),
            ],
        },
    ];

    private static Request Refresh => Request.Matrix("POST", "/refresh");

    private static Request DeleteDevices => Request.Matrix("POST", "/delete_devices");
}
