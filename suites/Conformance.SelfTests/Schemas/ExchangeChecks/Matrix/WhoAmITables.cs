using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>GET /account/whoami, section 3.11 of the catalogue.</summary>
internal static class WhoAmITables
{
    public static IReadOnlyList<CheckTable> All { get; } = [UserId, Guesthood];

    private static CheckTable UserId => new("MTX-WHOAMI-01")
    {
        Passes = [("a user", WhoAmI.Answered(200, """{"user_id":"@alice:hs.example","device_id":"A"}"""))],
        Fails =
        [
            ("nobody", WhoAmI.Answered(200, "{}"), ["body /user_id: expected a string, was null or absent"]),
            ("a number", WhoAmI.Answered(200, """{"user_id":1}"""), ["body /user_id: expected a string, was 1"]),
            ("no object", WhoAmI.Answered(200, "[]"), ["body /user_id: expected a string, was null or absent"]),
        ],
        DoesNotApply = [("an error", WhoAmI.Answered(401, UnknownToken)), ("another endpoint", LogIn.Answered(200, "{}"))],
    };

    private static CheckTable Guesthood => new("MTX-WHOAMI-04")
    {
        Passes =
        [
            ("a guest", WhoAmI.Answered(200, """{"user_id":"@1:hs.example","is_guest":true}""")),
            ("no guest", WhoAmI.Answered(200, """{"user_id":"@alice:hs.example","is_guest":false}""")),
        ],
        Fails =
        [
            ("a text", WhoAmI.Answered(200, """{"is_guest":"false"}"""), ["body /is_guest: expected a boolean, was \"false\""]),
            ("null", WhoAmI.Answered(200, """{"is_guest":null}"""), ["body /is_guest: expected a boolean, was null or absent"]),
        ],
        DoesNotApply =
        [
            ("absent", WhoAmI.Answered(200, """{"user_id":"@alice:hs.example"}""")),
            ("an error", WhoAmI.Answered(401, """{"is_guest":"false"}""")),
        ],
    };
}
