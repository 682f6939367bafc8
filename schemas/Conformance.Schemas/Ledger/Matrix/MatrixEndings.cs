using System.Text.Json.Nodes;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks;

namespace Conformance.Schemas.Ledger.Matrix;

/// <summary>What calls to a homeserver end, or may end.</summary>
internal static class MatrixEndings
{
    private static readonly string Logout = MatrixEndpoints.Logout.ToString();
    private static readonly string LogoutAll = MatrixEndpoints.LogoutAll.ToString();
    private static readonly string Refresh = MatrixEndpoints.Refresh.ToString();

    /// <param name="view">The exchange.</param>
    /// <param name="credentials">The tokens that it was sent with.</param>
    /// <param name="isSweeping">Whether it may end sessions that no token of it names.</param>
    public static IReadOnlyList<Ending> Of(ExchangeView view, Credentials credentials, bool isSweeping)
    {
        var endpoint = view.Exchange.Endpoint;
        if (isSweeping)
            return [.. MatrixDeletions.Of(view, credentials), new Ending(Reach.Everybody, null, IsCertain: false)];

        // A session may be renewed in it, and a token that is used up may end all that came of it.
        if (endpoint == Refresh)
            return MatrixSessions.RefreshTokenOf(view) is { } traded ? [new Ending(Reach.Session, traded, IsCertain: false)] : [];

        return endpoint == Logout ? Ended(view, credentials, Reach.Session)
            : endpoint == LogoutAll ? Ended(view, credentials, Reach.User)
            : [];
    }

    // Without an answer, or with one that is none of the API, nobody knows; and what is sent again by itself finds its own work done.
    private static List<Ending> Ended(ExchangeView view, Credentials credentials, Reach reach) => credentials.Presented is { } token
        ? [new Ending(reach, token, IsCertain: view.Exchange.Response is { Status: 200 } && view.Json is JsonObject)]
        : [.. credentials.Mentioned.Select(mentioned => new Ending(reach, mentioned, IsCertain: false))];
}
