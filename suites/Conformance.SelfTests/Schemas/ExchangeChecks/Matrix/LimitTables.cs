using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>Limits of a server, section 3.3 of the catalogue.</summary>
internal static class LimitTables
{
    public static IReadOnlyList<CheckTable> All { get; } = [ResourceLimit, UserLimit];

    private static CheckTable ResourceLimit => new("MTX-LOGIN-43")
    {
        Passes =
        [
            ("a contact",
                LogIn.Answered(
                    403, """{"errcode":"M_RESOURCE_LIMIT_EXCEEDED","error":"Full.","admin_contact":"mailto:admin@hs.example"}""")),
        ],
        Fails =
        [
            ("none", LogIn.Answered(403, """{"errcode":"M_RESOURCE_LIMIT_EXCEEDED","error":"Full."}"""),
                ["body /admin_contact: expected a string, was absent"]),
            ("null", WhoAmI.Answered(403, """{"errcode":"M_RESOURCE_LIMIT_EXCEEDED","error":"Full.","admin_contact":null}"""),
                ["body /admin_contact: expected a string, was null"]),
        ],
        DoesNotApply = [("another error", LogIn.Answered(403, Forbidden)), ("a login", LogIn.Answered(200, "{}"))],
    };

    private static CheckTable UserLimit => new("MTX-LOGIN-44")
    {
        Passes =
        [
            ("an address",
                LogIn.Answered(403, """{"errcode":"M_USER_LIMIT_EXCEEDED","error":"Too many.","info_uri":"https://hs.example/limits"}""")),
            ("a way out", LogIn.Answered(
                403,
                """{"errcode":"M_USER_LIMIT_EXCEEDED","error":"Too many.","info_uri":"https://hs.example/limits","can_upgrade":true}""")),
        ],
        Fails =
        [
            ("no address", LogIn.Answered(403, """{"errcode":"M_USER_LIMIT_EXCEEDED","error":"Too many."}"""),
                ["body /info_uri: expected a string, was absent"]),
            ("a text for can_upgrade", LogIn.Answered(
                403,
                """{"errcode":"M_USER_LIMIT_EXCEEDED","error":"Too many.","info_uri":"https://hs.example/limits","can_upgrade":"yes"}"""),
                ["body /can_upgrade: expected a boolean, was \"yes\""]),
        ],
        DoesNotApply = [("another error", LogIn.Answered(403, Forbidden))],
    };
}
