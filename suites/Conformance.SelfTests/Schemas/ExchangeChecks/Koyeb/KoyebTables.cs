
namespace Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb;

/// <summary>The tables of all checks of Koyeb SessionApi servers, with the words that they share.</summary>
internal static class KoyebTables
{
    public static IReadOnlyList<CheckTable> All { get; } =
    [
        .. BodyTables.All, .. ErrorShapeTables.All, .. ErrorTables.All, .. NameTables.All, .. PasswordTables.All,
        .. PasswordlessTables.All, .. RateLimitTables.All,
    ];

    public static Request LogIn => Request.Koyeb("POST", "/v1/account/login");

    public static Request LogOut => Request.Koyeb("DELETE", "/v1/account/logout");

    public static Request AskForMail => Request.Koyeb("POST", "/v1/account/passwordless_login");

    public static Request ReadProfile => Request.Koyeb("GET", "/v1/account/profile");

    /// <summary>An error that is right but for what the row says otherwise.</summary>
    public static string Error(string status = "401", string code = "\"authentication_error\"", string message = "\"No.\"") =>
        $$"""{"status":{{status}},"code":{{code}},"message":{{message}}}""";
}
