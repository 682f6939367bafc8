using static Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb.KoyebTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb;

/// <summary>Passwords in answers, section 6.3 of the catalogue.</summary>
internal static class PasswordTables
{
    public static IReadOnlyList<CheckTable> All { get; } = [PasswordEchoed];

    private static Request WithPassword => LogIn.Sending("""{"email":"alice@example.invalid","password":"<password#1>"}""");

    private static CheckTable PasswordEchoed => new("KOY-LOGIN-22")
    {
        Passes =
        [
            ("another secret", WithPassword.Answered(200, """{"token":{"id":"<access-token#1>"}}""")),
            ("no body", WithPassword.Answered(200)),
            ("what the answer alone calls a password", WithPassword.Answered(400, """{"password":"<password#2>"}""")),
            ("a label that begins alike", WithPassword.Answered(400, """{"password":"<password#11>"}""")),
        ],
        Fails =
        [
            ("in a member",
                WithPassword.Answered(200, """{"password":"<password#1>"}"""), ["body: expected no password, was <password#1>"]),
            ("in the message of an error", WithPassword.Answered(401, KoyebTables.Error(message: "\"Not <password#1>.\"")),
                ["body: expected no password, was <password#1>"]),
            ("in a header", WithPassword.Answered(200, "{}").WithHeader("X-Request", "password=<password#1>"),
                ["header X-Request: expected no password, was <password#1>"]),
            ("on a page",
                WithPassword.Answered(502, "<p><password#1></p>").Labelled("text/html"), ["body: expected no password, was <password#1>"]),
        ],
        DoesNotApply =
        [
            ("a request without one", LogOut.Answered(200, """{"password":"<password#1>"}""")),
            ("a login of nobody", LogIn.Sending("{}").Answered(400, """{"password":"<password#1>"}""")),
        ],
    };
}
