using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>The names of users and devices, section 3.18 of the catalogue.</summary>
internal static class IdentifierTables
{
    public static IReadOnlyList<CheckTable> All { get; } = [UserIds, ServerNames, DeviceIds];

    private static CheckTable UserIds => new("MTX-ID-01")
    {
        Passes =
        [
            ("a login", LogIn.Answered(200, User("@alice:hs.example"))),
            ("an IPv6 address with a port", WhoAmI.Answered(200, User("@a.b_c=d-e/f+g:[::1]:8448"))),
            ("a registration", Register.Answered(200, User("@1:hs.example"))),
        ],
        Fails =
        [
            ("a localpart",
                LogIn.Answered(200, User("alice")), ["body /user_id: expected a user id without a missing @ at its beginning, was alice"]),
            ("a new user in capitals", Register.Answered(200, User("@Alice:hs.example")),
                ["body /user_id: expected a user id without an impossible localpart, was @Alice:hs.example"]),
        ],
        Softens =
        [
            ("an older user in capitals", LogIn.Answered(200, User("@Alice:hs.example")),
                ["body /user_id: expected a user id without an impossible localpart, was @Alice:hs.example"]),
        ],
        DoesNotApply =
        [
            ("no text", LogIn.Answered(200, """{"user_id":1}""")),
            ("an error", LogIn.Answered(403, User("alice"))),
            ("another endpoint", Request.Matrix("GET", "/sync").Answered(200, User("alice"))),
        ],
    };

    private static CheckTable ServerNames => new("MTX-ID-02")
    {
        Passes =
        [
            ("a name", LogIn.Answered(200, User("@alice:hs.example"))),
            ("an address", LogIn.Answered(200, User("@alice:127.0.0.1:8008"))),
        ],
        Fails =
        [
            (
                "an underscore",
                LogIn.Answered(200, User("@alice:hs_example")),
                ["body /user_id: expected a server name after the first colon, was hs_example"]),
            ("nothing", WhoAmI.Answered(200, User("@alice:")), ["body /user_id: expected a server name after the first colon, was empty"]),
        ],
        DoesNotApply =
        [
            ("no colon, which MTX-ID-01 judges", LogIn.Answered(200, User("alice"))),
            ("an error", LogIn.Answered(403, User("@alice:"))),
        ],
    };

    private static CheckTable DeviceIds => new("MTX-ID-04")
    {
        Passes =
        [
            ("an id", LogIn.Answered(200, """{"device_id":"A"}""")),
            ("whatever characters", LogIn.Answered(200, """{"device_id":"é /"}""")),
        ],
        Fails = [(
            "an empty one",
            WhoAmI.Answered(200, """{"device_id":""}"""),
            ["body /device_id: expected a device id that is not empty, was empty"])],
        DoesNotApply =
        [
            ("no device", WhoAmI.Answered(200, """{"user_id":"@alice:hs.example"}""")),
            ("no text", LogIn.Answered(200, """{"device_id":null}""")),
            ("the empty one that was asked for", LogIn.Sending("""{"device_id":""}""").Answered(200, """{"device_id":""}""")),
        ],
    };

    private static Request Register => Request.Matrix("POST", "/register");

    private static string User(string id) => $$"""{"user_id":"{{id}}"}""";
}
