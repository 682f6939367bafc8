using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.Ledger.Koyeb;

/// <summary>What the documents of the SessionApi say of the life of sessions.</summary>
/// <remarks>
/// A second logout of the same token may succeed, with a warning, so KOY-LOGOUT-05 is left to its scenario. So is KOY-AUTH-10: no document
/// says that using a token does not prolong it.
/// </remarks>
public static class KoyebSessionContract
{
    private static readonly string Login = KoyebEndpoints.Login.ToString();
    private static readonly string Logout = KoyebEndpoints.Logout.ToString();
    private static readonly string Refresh = KoyebEndpoints.Refresh.ToString();
    private static readonly string NewSession = KoyebEndpoints.NewSession.ToString();
    private static readonly string Switch = KoyebEndpoints.SwitchOrganization.ToString();

    /// <summary>For a server whose tokens a logout ends.</summary>
    public static SessionContract Instance { get; } = new(KoyebSessions.Read, RowOfAfterlife, RowOfHarm, (_, _) => null);

    /// <summary>
    /// For a server that says of itself that its tokens end by expiry only; what it does after logout
    /// is judged by the scenarios, as a warning.
    /// </summary>
    public static SessionContract Stateless { get; } = Instance with { RowOfAfterlife = _ => null };

    private static string? RowOfAfterlife(Afterlife afterlife) => afterlife.Accepted.Endpoint switch
    {
        var call when call == Logout => null,
        var call when call == Refresh => "KOY-LOGOUT-04",
        _ => "KOY-LOGOUT-03",
    };

    private static string? RowOfHarm(Harm harm)
    {
        var call = harm.Suspect.Endpoint;
        return (call, harm.Succeeded, harm.Relation) switch
        {
            (_, true, Relation.OtherUser) when call == Logout => "KOY-LOGOUT-10",
            (_, false, _) when call == Logout => "KOY-LOGOUT-07",
            (_, true, Relation.SameUser) when call == Login => "KOY-LOGIN-08",
            (_, false, _) when call == Login => "KOY-LOGIN-21",
            (_, _, not Relation.Own) when call == Refresh => "KOY-REFRESH-13",
            _ when call == NewSession => "KOY-SESS-03",
            _ when call == Switch => "KOY-SWITCH-01",
            _ when call == KoyebEndpoints.PasswordlessLogin.ToString() => "KOY-PWLESS-09",
            _ when call.EndsWith(KoyebEndpoints.Logout.Path, StringComparison.Ordinal) && call != Logout => "KOY-LOGOUT-11",
            _ => null,
        };
    }
}
