using System.Text.Json.Nodes;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.ExchangeChecks.Matrix;

namespace Conformance.Schemas.Ledger.Matrix;

/// <summary>Reads what exchanges with a homeserver say of sessions.</summary>
internal static class MatrixSessions
{
    private static readonly HashSet<string> Guarded = [.. MatrixEndpoints.Authenticated.Select(endpoint => endpoint.ToString())];

    /// <summary>Calls that end whom they please: a device, all devices but the caller's, an account.</summary>
    private static readonly HashSet<string> Sweeping =
    [
        .. new[]
        {
            MatrixEndpoints.DeleteDevice, MatrixEndpoints.DeleteDevices, MatrixEndpoints.ChangePassword, MatrixEndpoints.Deactivate,
            MatrixEndpoints.LockUser, MatrixEndpoints.SuspendUser,
        }.Select(endpoint => endpoint.ToString()),
    ];

    private static readonly string Login = MatrixEndpoints.Login.ToString();
    private static readonly string Register = MatrixEndpoints.Register.ToString();
    private static readonly string WhoAmI = MatrixEndpoints.WhoAmI.ToString();
    private static readonly string Refresh = MatrixEndpoints.Refresh.ToString();

    public static SessionEvents? Read(ExchangeView view)
    {
        if (!MatrixExchangeChecks.IsApi(view))
            return null;

        var endpoint = view.Exchange.Endpoint;
        var credentials = Credentials.Of(view.Request, "access_token");
        var use = endpoint == Refresh ? Trade(view)
            : Guarded.Contains(endpoint) && credentials.Presented is { } token ? new TokenUse(token, ReceptionOf(view))
            : null;
        // Whom the call was made for is then the server's choice, and a row of its own (MTX-TOK-11, MTX-REFRESH-12).
        if (Credentials.HasParameter(view.Request, "user_id") || Credentials.HasParameter(view.Request, "device_id"))
        {
            return new SessionEvents(view)
            {
                Use = use?.Reception is Reception.Accepted ? null : use,
                Endings = [new Ending(Reach.Everybody, null, IsCertain: false)],
            };
        }

        return new SessionEvents(view)
        {
            Issue = endpoint == Login || endpoint == Register || endpoint == Refresh ? IssueOf(view, endpoint == Refresh) : null,
            Use = use,
            Told = endpoint == WhoAmI && view.Exchange.Response is { Status: 200 }
                ? new Bearer(Text(view.Member("user_id")), Text(view.Member("device_id")))
                : null,
            Endings = MatrixEndings.Of(view, credentials, Sweeping.Contains(endpoint)),
            IsSuspect = view.Exchange.Response?.Status != 429
                && (endpoint == Login
                    || endpoint == Refresh
                    || view.Path.EndsWith("/logout", StringComparison.Ordinal)
                    || view.Path.EndsWith("/logout/all", StringComparison.Ordinal)),
        };
    }

    /// <summary>The refresh token of a request; null if it has none.</summary>
    public static string? RefreshTokenOf(ExchangeView view) => Text((view.RequestJson as JsonObject)?["refresh_token"]);

    private static Issue? IssueOf(ExchangeView view, bool isRefresh) =>
        view.Exchange.Response is { Status: >= 200 and < 300 } && Text(view.Member("access_token")) is { } token
            ? new Issue(
                token,
                Text(view.Member("refresh_token")),
                Text(view.Member("user_id")),
                Text(view.Member("device_id")),
                view.Member("expires_in_ms") is JsonValue value
                && value.TryGetValue(out long milliseconds)
                && milliseconds is >= 0 and < int.MaxValue
                    ? TimeSpan.FromMilliseconds(milliseconds)
                    : null,
                isRefresh ? RefreshTokenOf(view) : null)
            {
                IsOnAnotherDevice = Text((view.RequestJson as JsonObject)?["device_id"]) is { } asked
                    && asked != Text(view.Member("device_id")),
            }
            : null;

    private static TokenUse? Trade(ExchangeView view) => RefreshTokenOf(view) is { } token
        ? new TokenUse(
            token,
            view.Exchange.Response is { Status: 200 } && Text(view.Member("access_token")) is not null
                ? Reception.Accepted
                : RefusalOf(view),
            IsToTrade: true)
        : null;

    private static Reception ReceptionOf(ExchangeView view) =>
        view.Exchange.Response is { Status: >= 200 and < 300 } ? Reception.Accepted : RefusalOf(view);

    // A soft logout may come at any time; and a 401 that asks for further authentication is no word on the token.
    private static Reception RefusalOf(ExchangeView view) =>
        view.Exchange.Response is { Status: 401 }
        && Text(view.Member("errcode")) == "M_UNKNOWN_TOKEN"
        && view.Member("soft_logout")?.ToString() != "true"
        && view.Member("flows") is null
            ? Reception.Refused
            : Reception.Unclear;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
