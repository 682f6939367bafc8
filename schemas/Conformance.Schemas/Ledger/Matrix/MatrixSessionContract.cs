using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.Ledger.Matrix;

/// <summary>What the Matrix specification says of the life of sessions.</summary>
public static class MatrixSessionContract
{
    private static readonly string Login = MatrixEndpoints.Login.ToString();
    private static readonly string Logout = MatrixEndpoints.Logout.ToString();
    private static readonly string LogoutAll = MatrixEndpoints.LogoutAll.ToString();
    private static readonly string Refresh = MatrixEndpoints.Refresh.ToString();

    public static SessionContract Instance { get; } = new(MatrixSessions.Read, RowOfAfterlife, RowOfHarm, RowOfExpiry);

    private static string? RowOfAfterlife(Afterlife afterlife)
    {
        var (end, accepted) = (afterlife.End.Endpoint, afterlife.Accepted.Endpoint);
        if (end == LogoutAll)
        {
            return afterlife.Life.IsRefreshToken ? "MTX-LOGOUTALL-06"
                : accepted == LogoutAll && afterlife.Token == afterlife.Life.Token ? "MTX-LOGOUTALL-12"
                : "MTX-LOGOUTALL-02";
        }

        if (end == MatrixDeletions.One || end == MatrixDeletions.Several)
            return RowOfDeleted(afterlife, end);

        if (end != Logout)
            return end == Refresh ? "MTX-REFRESH-07" : "MTX-REFRESH-06";

        if (afterlife.Life.IsRefreshToken)
            return "MTX-LOGOUT-10";

        // A second logout with the same token is a row of its own. With another one of the device its 200 may be an empty word.
        return (accepted == Logout, afterlife.Token == afterlife.Life.Token) switch
        {
            (true, true) => "MTX-LOGOUT-08",
            (true, false) => null,
            (false, true) => "MTX-LOGOUT-02",
            _ => "MTX-LOGOUT-09",
        };
    }

    private static string RowOfDeleted(Afterlife afterlife, string deletion) =>
        afterlife.Life.IsRefreshToken ? "MTX-DEV-14"
        : deletion == MatrixDeletions.Several ? "MTX-DEV-18"
        : afterlife.Token == afterlife.Life.Token ? "MTX-DEV-13" : "MTX-DEV-11";

    // The contract does not say how many sessions a user may have, so a login may end the oldest of its user.
    private static string? RowOfHarm(Harm harm)
    {
        var call = harm.Suspect.Endpoint;
        return (call, harm.Succeeded, harm.Relation) switch
        {
            (_, true, Relation.SameUser) when call == Logout => "MTX-LOGOUT-05",
            (_, true, Relation.OtherUser) when call == Logout => "MTX-LOGOUT-06",
            (_, true, Relation.OtherUser) when call == LogoutAll => "MTX-LOGOUTALL-08",
            (_, false, _) when call == LogoutAll => "MTX-LOGOUTALL-09",
            (_, true, Relation.OtherUser) when call == Login => harm.SharesDevice ? "MTX-LOGIN-11" : null,
            (_, true, _) when call == Login => harm.RenewsDevice ? "MTX-LOGIN-10" : null,
            (_, true, not Relation.Own) when call == Refresh => "MTX-REFRESH-03",
            (_, false, _) when call == Logout || call == Login || call == Refresh => "MTX-TOK-15",
            _ when call.StartsWith("OPTIONS ", StringComparison.Ordinal) => "MTX-CORS-02",
            _ when call.EndsWith("/logout", StringComparison.Ordinal) && call != Logout => "MTX-LOGOUT-13",
            _ => null,
        };
    }

    private static string? RowOfExpiry(SessionEvents issued, SessionEvents accepted) =>
        issued.Endpoint == Login ? "MTX-LOGIN-32" : issued.Endpoint == Refresh ? "MTX-REFRESH-14" : null;
}
