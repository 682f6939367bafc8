
namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>The tables of all checks of homeservers, with the words that they share.</summary>
internal static class MatrixTables
{
    public const string UnknownToken = """{"errcode":"M_UNKNOWN_TOKEN","error":"Who are you?"}""";

    public const string Forbidden = """{"errcode":"M_FORBIDDEN","error":"No."}""";

    public const string NotJson = """{"errcode":"M_NOT_JSON","error":"What is that?"}""";

    public const string TooFast = """{"errcode":"M_LIMIT_EXCEEDED","error":"Slow down.","retry_after_ms":500}""";

    public const string InternalError = """{"errcode":"M_UNKNOWN","error":"Oops."}""";

    public const string Unrecognized = """{"errcode":"M_UNRECOGNIZED","error":"No such endpoint."}""";

    public static IReadOnlyList<CheckTable> All { get; } =
    [
        .. ErrorTables.All,
        .. BrokenBodyTables.All,
        .. JsonTables.All,
        .. CorsTables.All,
        .. CredentialTables.All,
        .. TokenTables.All,
        .. WhoAmITables.All,
        .. IdentifierTables.All,
        .. RateLimitTables.All,
        .. DeviceTables.All,
        .. LoginTables.All,
        .. LoginReplyTables.All,
        .. LimitTables.All,
        .. GuestTables.All,
    ];

    public static Request WhoAmI => Request.Matrix("GET", "/account/whoami");

    public static Request LogIn => Request.Matrix("POST", "/login");
}
