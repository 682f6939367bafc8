using System.Globalization;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Outcomes;

namespace Conformance.Tool.Doctoring.Accounts;

/// <summary>What a request shows that got no answer which can be judged: a limit of the server, or a server that is not there.</summary>
internal static class RequestTrouble
{
    public static void Tell(Visit visit, ControlFailedException trouble)
    {
        var limited = visit.Exchanges.Exchanges.LastOrDefault(exchange => exchange.Response is { Status: 429 });
        if (limited is not null && (trouble.Exchange is null || trouble.Exchange == limited.Number))
        {
            TellLimit(visit, $"{limited.Endpoint}", RetryAdvice.Of(limited.Response!, visit.Target.Time) ?? TimeSpan.Zero);
            return;
        }

        visit.Obstruct(
            "baseUrl", trouble.Message.TrimEnd('.'), "start the server, or what is before it; or give the URL of one that answers");
    }

    private static void TellLimit(Visit visit, string endpoint, TimeSpan wait)
    {
        var problem = $"a limit is reached already: {endpoint} answered 429 and asks to wait {Seconds(wait)} s";
        var bearable = visit.Settings.Tolerances.RateLimitWait;
        if (wait > bearable)
        {
            visit.Obstruct(
                "tolerances.rateLimitWaitSeconds",
                $"{problem}; a run waits {Seconds(bearable)} s at most",
                $"wait until then, raise the server's limit, or set it to {Seconds(wait)} or more");
        }
        else
        {
            visit.Find(
                "limits.requestsPerSecond",
                $"{problem}, which a run does each time",
                "wait until then, raise the server's limit for these accounts and this machine, or set a lower rate");
        }
    }

    private static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
}
