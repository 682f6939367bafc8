using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Record.Exchanges;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Ledger;

namespace Conformance.SelfTests.Revocation;

/// <summary>What exchanges say of the life of tokens.</summary>
internal static partial class RevocationSessions
{
    public static SessionContract Contract { get; } = new(
        Read,
        afterlife => afterlife.Life.IsRefreshToken ? "REV-REFRESH-01" : "REV-ACCESS-01",
        _ => null,
        (_, _) => null);

    private static SessionEvents? Read(ExchangeView view) => view.Exchange.Endpoint switch
    {
        "POST /token" => new SessionEvents(view) { Issue = IssueOf(view), Use = RefreshOf(view) },
        "POST /revoke" => new SessionEvents(view) { Endings = [.. EndingsOf(view)], IsSuspect = true },
        "GET /resource" => new SessionEvents(view) { Use = BearerOf(view) },
        _ => null,
    };

    private static Issue? IssueOf(ExchangeView view) => view.Exchange.Response is { Status: 200 } && Text(view, "access_token") is { } token
        ? new Issue(token, Text(view, "refresh_token"), null, null, null, RefreshOf(view)?.Token)
        : null;

    private static TokenUse? RefreshOf(ExchangeView view) =>
        FieldOf(view, "refresh_token") is { } token ? new(token, ReceptionOf(view, refused: 400), IsToTrade: true) : null;

    private static TokenUse? BearerOf(ExchangeView view) =>
        view.Request.Headers.Find("Authorization") is { } header && header.StartsWith("Bearer <access-token#", StringComparison.Ordinal)
            ? new(header["Bearer ".Length..], ReceptionOf(view, refused: 401))
            : null;

    private static Reception ReceptionOf(ExchangeView view, int refused) => view.Exchange.Response?.Status switch
    {
        200 => Reception.Accepted,
        var status when status == refused => Reception.Refused,
        _ => Reception.Unclear,
    };

    // Whether the other tokens of the grant end as well is the server's choice.
    private static IEnumerable<Ending> EndingsOf(ExchangeView view)
    {
        if (FieldOf(view, "token") is not { } token)
            yield break;

        if (view.Exchange.Response is { Status: 200 })
            yield return new Ending(Reach.Token, token, IsCertain: true);

        yield return new Ending(Reach.Session, token, IsCertain: false);
    }

    private static string? Text(ExchangeView view, string member) =>
        view.Member(member) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string? FieldOf(ExchangeView view, string name) =>
        Field().Matches(view.Request.Body ?? "").FirstOrDefault(field => field.Groups["name"].Value == name)?.Groups["value"].Value;

    [GeneratedRegex("(?:^|&)(?<name>[a-z_]+)=(?<value>[^&]*)")]
    private static partial Regex Field();
}
