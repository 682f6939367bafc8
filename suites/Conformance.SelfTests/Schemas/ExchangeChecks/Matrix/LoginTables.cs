using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>Logins, section 3.3 of the catalogue.</summary>
internal static class LoginTables
{
    private const string BadJson = """{"errcode":"M_BAD_JSON","error":"Wrong type."}""";

    public static IReadOnlyList<CheckTable> All { get; } = [PhoneNumber, IllTypedMembers];

    private static CheckTable PhoneNumber => new("MTX-LOGIN-19")
    {
        Passes =
        [
            ("an unknown number", ByPhone("GB", "07700 900123").Answered(403, Forbidden)),
            ("a known number", ByPhone("US", "+1 (202) 555-0123").Answered(200, "{}")),
        ],
        Fails =
        [
            ("refused as incomplete", ByPhone("GB", "07700900123").Answered(400, BadJson),
                ["status: expected 200 for a known number, 403 for an unknown one, was 400"]),
            ("an internal error", ByPhone("GB", "07700900123").Answered(500, InternalError),
                ["status: expected 200 for a known number, 403 for an unknown one, was 500"]),
        ],
        DoesNotApply =
        [
            ("a country in lower case", ByPhone("gb", "07700900123").Answered(400, BadJson)),
            ("a country of three letters", ByPhone("GBR", "07700900123").Answered(400, BadJson)),
            ("a phone that is no number", ByPhone("GB", "mine").Answered(400, BadJson)),
            ("no phone",
                LogIn.Sending("""{"type":"m.login.password","identifier":{"type":"m.id.phone","country":"GB"},"password":"x"}""")
                    .Answered(400, BadJson)),
            ("no password",
                LogIn.Sending("""{"type":"m.login.password","identifier":{"type":"m.id.phone","country":"GB","phone":"07700900123"}}""")
                    .Answered(400, BadJson)),
            ("an ill-typed member beside it", LogIn.Sending(
                """{"type":"m.login.password","device_id":1,"identifier":"""
                + """{"type":"m.id.phone","country":"GB","phone":"07700900123"},"password":"x"}""")
                    .Answered(400, BadJson)),
            ("another login type",
                LogIn.Sending("""{"type":"m.login.token","identifier":{"type":"m.id.phone","country":"GB","phone":"07700900123"}}""")
                    .Answered(400, BadJson)),
            ("another identifier", ByUser("\"password\":\"x\"").Answered(400, BadJson)),
            ("a server without this API", ByPhone("GB", "07700900123").Answered(404, Unrecognized)),
            ("too fast", ByPhone("GB", "07700900123").Answered(429, TooFast)),
            ("a gateway's 502", ByPhone("GB", "07700900123").AnsweredWithPage(502)),
        ],
    };

    private static CheckTable IllTypedMembers => new("MTX-LOGIN-27")
    {
        Passes =
        [
            ("a number for a password", ByUser("\"password\":1").Answered(400, BadJson)),
            ("a number for a device id", ByUser("\"password\":\"x\",\"device_id\":1").Answered(403, Forbidden)),
            ("a list for a type", LogIn.Sending("""{"type":[]}""").Answered(422, BadJson)),
            ("a text for refresh_token", ByUser("\"password\":\"x\",\"refresh_token\":\"yes\"").Answered(400, BadJson)),
            ("a text for an identifier",
                LogIn.Sending("""{"type":"m.login.password","identifier":"x","password":"x"}""").Answered(400, BadJson)),
            ("a number for a login token", LogIn.Sending("""{"type":"m.login.token","token":1}""").Answered(400, BadJson)),
        ],
        Fails =
        [
            ("an internal error", ByUser("\"password\":\"x\",\"device_id\":1").Answered(500, InternalError),
                ["status: expected 4xx for a member of the wrong type, was 500"]),
            ("accepted", ByUser("\"password\":\"x\",\"refresh_token\":\"yes\"").Answered(200, "{}"),
                ["status: expected 4xx for a member of the wrong type, was 200"]),
            ("a display name that is a list", ByUser("\"password\":\"x\",\"initial_device_display_name\":[]").Answered(200, "{}"),
                ["status: expected 4xx for a member of the wrong type, was 200"]),
            ("the last of doubled members is wrong",
                ByUser("\"password\":\"x\",\"device_id\":\"A\",\"device_id\":1").Answered(500, InternalError),
                    ["status: expected 4xx for a member of the wrong type, was 500"]),
        ],
        DoesNotApply =
        [
            ("right types", ByUser("\"password\":\"x\",\"device_id\":\"A\",\"refresh_token\":false").Answered(500, InternalError)),
            ("null, which may count as absent", ByUser("\"password\":\"x\",\"device_id\":null").Answered(200, "{}")),
            ("a member that the login type does not know", ByUser("\"password\":\"x\",\"token\":1").Answered(200, "{}")),
            ("an unknown member", ByUser("\"password\":\"x\",\"org.example.x\":1").Answered(200, "{}")),
            ("no object", LogIn.Sending("[]").Answered(500, InternalError)),
            ("another endpoint", Request.Matrix("POST", "/refresh").Sending("""{"type":1}""").Answered(200, "{}")),
            ("too fast", LogIn.Sending("""{"type":1}""").Answered(429, TooFast)),
            ("a gateway's 504", LogIn.Sending("""{"type":1}""").AnsweredWithPage(504)),
        ],
    };

    private static Request ByPhone(string country, string phone) => LogIn.Sending(
        $$"""{"type":"m.login.password","identifier":{"type":"m.id.phone","country":"{{country}}","phone":"{{phone}}"}"""
        + ""","password":"<password#1>"}""");

    private static Request ByUser(string members) =>
        LogIn.Sending($$"""{"type":"m.login.password","identifier":{"type":"m.id.user","user":"alice"},{{members}}}""");
}
