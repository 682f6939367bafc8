using Conformance.Schemas.Endpoints;
using Conformance.Tool.Doctoring.Supplying;

namespace Conformance.Tool.Doctoring.Matrix;

/// <summary>What the operator of a homeserver can give and permit.</summary>
internal static class MatrixSupplies
{
    public static IReadOnlyList<Supply> All { get; } =
    [
        new(
            "accounts",
            "add the account of a second user",
            target => target.Accounts.Count > 1,
            [
                "MTX-LOGIN-11", "MTX-LOGIN-22", "MTX-LOGIN-46", "MTX-LOGOUT-06", "MTX-LOGOUT-16", "MTX-LOGOUTALL-04", "MTX-LOGOUTALL-06",
                "MTX-LOGOUTALL-08", "MTX-LOGOUTALL-09", "MTX-REFRESH-12", "MTX-WHOAMI-01", "MTX-DEV-05", "MTX-DEV-15", "MTX-DEV-17",
                "MTX-DEV-24", "MTX-KEYS-02", "MTX-KEYS-04",
            ]),
        new(
            "permissions.destructive",
            "set it to true, with accounts whose sessions may all be ended",
            target => target.Permissions.Destructive,
            [
                "MTX-LOGIN-03", "MTX-LOGIN-11", "MTX-TOK-07", "MTX-ERR-04", "MTX-HTTP-08", "MTX-LOGOUT-02", "MTX-LOGOUT-18",
                "MTX-LOGOUTALL-01", "MTX-LOGOUTALL-02", "MTX-LOGOUTALL-03", "MTX-LOGOUTALL-04", "MTX-LOGOUTALL-05", "MTX-LOGOUTALL-06",
                "MTX-LOGOUTALL-07", "MTX-LOGOUTALL-08", "MTX-LOGOUTALL-10", "MTX-LOGOUTALL-11", "MTX-LOGOUTALL-12", "MTX-REFRESH-08",
                "MTX-REFRESH-13", "MTX-DEV-20", "MTX-DEV-21", "MTX-UIA-02", "MTX-UIA-05",
            ]),
        new(
            "permissions.changePasswords",
            "set it to true, if passwords may be changed and changed back",
            target => target.Permissions.ChangePasswords,
            ["MTX-REFRESH-13", "MTX-UIA-02"]),
        new(
            "accounts[0].boundEmail",
            "name a mail address that is bound to the account",
            target => target.Accounts.Any(account => account.BoundEmail is not null),
            ["MTX-LOGIN-17", "MTX-LOGIN-18"]),
        new(
            "administrator",
            "name an account that may lock others",
            target => target.Administrator is not null,
            ["MTX-LOGOUT-18", "MTX-LOGOUT-19"]),
        new(
            "applicationService",
            "register one with the server, and name its token and a user of it",
            target => target.ApplicationService is not null,
            [
                "MTX-ASLOGIN-01", "MTX-ASLOGIN-02", "MTX-ASLOGIN-04", "MTX-WHOAMI-03", "MTX-WHOAMI-06", "MTX-WHOAMI-07", "MTX-DEV-09",
                "MTX-DEV-22",
            ]),
        OfCapability(Capabilities.Registration, ["MTX-LOGIN-28", "MTX-LOGIN-29", "MTX-LOGIN-39", "MTX-REFRESH-21"]),
        OfCapability(Capabilities.Guests, ["MTX-LOGOUT-21", "MTX-WHOAMI-08"]),
    ];

    // These leave accounts behind, so that only the operator can allow them; who denies them has been asked.
    private static Supply OfCapability(string capability, IReadOnlyList<string> requirements) => new(
        $"capabilities.{capability}",
        "set it to true, if the server has it and accounts may stay behind; else to false",
        target => target.Capabilities.ContainsKey(capability),
        requirements);
}
