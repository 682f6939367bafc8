using Conformance.Fixtures.Targets;
using Conformance.Tool.Doctoring.Supplying;

namespace Conformance.Tool.Doctoring.Koyeb;

/// <summary>What the operator of a SessionApi can give and permit. What the edition has not is not asked for.</summary>
internal static class KoyebSupplies
{
    private const string Earlier = "s21";

    public static IReadOnlyList<Supply> All { get; } =
    [
        new(
            "accounts",
            "add the account of a second user",
            target => target.Accounts.Count > 1,
            ["KOY-LOGIN-12", "KOY-LOGIN-21", "KOY-LOGOUT-10"]),
        new(
            "permissions.mayReceiveMail",
            "set it to true, if an account may get a mail in each run",
            target => target.Permissions.MayReceiveMail || !IsEarlier(target),
            ["KOY-PWLESS-01", "KOY-PWLESS-09"]),
        new(
            "permissions.mayCreateAccounts",
            "set it to true, if the server may create an account for an address that nobody has",
            target => target.Permissions.MayCreateAccounts || !IsEarlier(target),
            ["KOY-PWLESS-04"]),
        new(
            "accounts[0].organizationId",
            "name an organization of the user other than the one that a login chooses",
            target => target.Accounts.Any(account => account.OrganizationId is not null) || IsEarlier(target),
            ["KOY-SWITCH-01"]),
        new(
            "plainHttpUrl",
            "give the http URL of the same host, if the server is public",
            target => target.PlainHttpUrl is not null,
            ["KOY-GEN-14"]),
    ];

    private static bool IsEarlier(TargetSettings target) => target.Edition == Earlier;
}
