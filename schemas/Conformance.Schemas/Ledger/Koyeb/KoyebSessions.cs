using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Record.Exchanges;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks;

namespace Conformance.Schemas.Ledger.Koyeb;

/// <summary>Reads what exchanges with the SessionApi say of sessions.</summary>
internal static class KoyebSessions
{
    private static readonly HashSet<string> Guarded = [.. KoyebEndpoints.Authenticated.Select(endpoint => endpoint.ToString())];

    private static readonly HashSet<string> HandOutTokens =
    [
        .. new[] { KoyebEndpoints.Login, KoyebEndpoints.Refresh, KoyebEndpoints.NewSession, KoyebEndpoints.SwitchOrganization }.Select(
            endpoint => endpoint.ToString()),
    ];

    private static readonly HashSet<string> Paths =
        [.. KoyebEndpoints.All.Where(endpoint => endpoint.Effect is not Effect.None).Select(endpoint => endpoint.Path)];

    private static readonly string Logout = KoyebEndpoints.Logout.ToString();
    private static readonly string Refresh = KoyebEndpoints.Refresh.ToString();

    // Its 401 may be about the organization.
    private static readonly string Switch = KoyebEndpoints.SwitchOrganization.ToString();

    public static SessionEvents? Read(ExchangeView view)
    {
        var endpoint = view.Exchange.Endpoint;
        var credentials = Credentials.Of(view.Request);
        return new SessionEvents(view)
        {
            Issue = HandOutTokens.Contains(endpoint) ? IssueOf(view, endpoint == Refresh ? credentials.Presented : null) : null,
            Use = Guarded.Contains(endpoint) && credentials.Presented is { } token
                ? new TokenUse(token, endpoint == Switch && view.Exchange.Response?.Status == 401 ? Reception.Unclear : ReceptionOf(view))
                : null,
            Endings = endpoint == Logout ? [.. EndedBy(view, credentials)]
                : endpoint == Refresh ? [.. credentials.Mentioned.Select(replaced => new Ending(Reach.Token, replaced, IsCertain: false))]
                : [],
            IsSuspect = view.Exchange.Response?.Status != 429 && Paths.Contains(endpoint.Split(' ')[^1]),
        };
    }

    private static Issue? IssueOf(ExchangeView view, string? predecessor) =>
        view.Exchange.Response is { Status: 200 } response && view.Member("token") is JsonObject token && Text(token["id"]) is { } id
            ? new Issue(id, null, Text(token["user_id"]), null, LifetimeOf(response, Text(token["expires_at"])), predecessor)
            : null;

    // By the server's own clock, so that it does not matter how far ours is from it. Some mean "never" by the last day of the calendar.
    private static TimeSpan? LifetimeOf(RecordedResponse response, string? expiresAt) =>
        Moment(expiresAt) - Moment(response.Headers.Find("Date")) is { Ticks: > 0, Days: < 3650 } lifetime ? lifetime : null;

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static Reception ReceptionOf(ExchangeView view) => view.Exchange.Response?.Status switch
    {
        200 => Reception.Accepted,
        401 => Reception.Refused,
        _ => Reception.Unclear,
    };

    // Whether a logout ends the user's other sessions, no document says (KOY-LOGOUT-08).
    private static IEnumerable<Ending> EndedBy(ExchangeView view, Credentials credentials)
    {
        if (credentials.Presented is { } token && view.Exchange.Response is { Status: 200 })
            yield return new Ending(Reach.Token, token, IsCertain: true);

        foreach (var mentioned in credentials.Mentioned)
            yield return new Ending(Reach.User, mentioned, IsCertain: false);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
