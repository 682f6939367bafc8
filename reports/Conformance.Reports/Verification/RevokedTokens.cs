using System.Text.RegularExpressions;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;

namespace Conformance.Reports.Verification;

/// <summary>
/// The heart of both contracts, over the whole history of a scenario: it cannot have passed "logout ends the token" if the last
/// answer to that token after its logout accepted it, whatever its judgements say.
/// </summary>
internal static partial class RevokedTokens
{
    private static readonly Dictionary<string, (string Logout, string[] Probes)> Promises = new(StringComparer.Ordinal)
    {
        ["MTX-LOGOUT-02"] = ("POST /logout", ["GET /account/whoami", "GET /devices"]),
        ["KOY-LOGOUT-03"] = ("DELETE /v1/account/logout", ["GET /v1/account/profile", "GET /v1/test/auth"]),
    };

    public static IEnumerable<Contradiction> Contradictions(ScenarioFinished scenario)
    {
        if (scenario.Verdict is not Verdict.Pass || !Promises.TryGetValue(scenario.Requirement, out var promise))
            return [];

        return
            from logout in scenario.Exchanges
            where logout.Endpoint == promise.Logout && logout.Response?.Status == 200
            let token = TokenOf(logout)
            where token is not null
            let later = scenario.Exchanges.Where(exchange => exchange.StartedAt >= logout.StartedAt.AddMilliseconds(logout.Milliseconds)).ToList()
            // A server may issue the same token again to who logs in anew.
            where !later.Exists(exchange => exchange.Endpoint.EndsWith("/login", StringComparison.Ordinal))
            // A server may take its time within the target's tolerance: only its last word counts.
            from last in promise.Probes.Select(probe => later.LastOrDefault(exchange => exchange.Endpoint == probe && TokenOf(exchange) == token))
            where last?.Response?.Status is >= 200 and < 300
            select new Contradiction(
                $"{scenario.Requirement}, {scenario.Scenario}, exchange {last.Number}",
                $"accepts {token}, which was logged out in exchange {logout.Number}, and is the last word on it of a scenario that passed");
    }

    private static string? TokenOf(Exchange exchange) =>
        exchange.Request.Headers.Joined("Authorization") is { } header && Bearer().Match(header) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^Bearer (<[^<>]+>)\z")]
    private static partial Regex Bearer();
}
