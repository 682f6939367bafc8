using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Planning;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;

namespace Conformance.Tool.Planning;

/// <summary>Plans a run against a target.</summary>
/// <param name="settings">The target file.</param>
internal sealed class RunPlanner(TargetSettings settings)
{
    private const string Unlimited = "the server lets everybody log in at once";
    private const string MailKey = "permissions.mayReceiveMail";

    // As a server a continent away answers.
    private static readonly TimeSpan AssumedLatency = TimeSpan.FromMilliseconds(100);

    private static readonly string[] DestructiveKeys =
        ["permissions.destructive", "permissions.changePasswords", "permissions.mayCreateAccounts"];

    /// <summary>Plans it by the target file alone.</summary>
    public PlanReport PlanUnasked(TimeProvider time)
    {
        using var stop = new RunStop();
        using var target = new TargetRun(settings, [], folder: null, seed: 1, time, stop);
        target.Editions = settings.Edition is { } edition ? [edition] : [];
        return Plan(target, latency: null);
    }

    /// <summary>Plans it by the target file, and what reads without credentials tell.</summary>
    /// <exception cref="ControlFailedException">The server gives no answer, or is none of the contract.</exception>
    public async Task<PlanReport> Plan(TimeProvider time, CancellationToken interruption)
    {
        using var stop = new RunStop();
        await using var interrupted = interruption.Register(() => stop.Ask("it was interrupted"));
        using var target = new TargetRun(settings, [], folder: null, seed: 1, time, stop);
        var log = ExchangeLog.Current = new ExchangeLog { Owner = "plan" };
        await KnownDialects.Of(settings.Contract).LookAround(target);
        return Plan(
            target, TimeSpan.FromMilliseconds(log.Exchanges.Select(exchange => exchange.Milliseconds).DefaultIfEmpty().Average()));
    }

    private PlanReport Plan(TargetRun target, TimeSpan? latency)
    {
        var forecast = Forecast.Of(settings, target.Discovered, target.Editions, target.ProfileThatComesFirst());
        var perAnswer = latency ?? AssumedLatency;
        var time = forecast.TimeAt(perAnswer, rate: null);
        var limited = forecast.TimeAt(perAnswer, LoginRate.Stock);
        return new PlanReport
        {
            File = settings.File,
            Target = settings.Name,
            Dialect = settings.Contract.Name,
            Asked = latency is not null,
            Editions = [.. target.Editions],
            Scenarios = forecast.Scenarios.Count,
            Requirements = RequirementsOf(forecast.Scenarios).Count,
            LeftOut = [.. forecast.LeftOut
                .GroupBy(scenario => scenario.WhyNot!, StringComparer.Ordinal)
                .OrderByDescending(left => left.Count())
                .Select(left => new PlannedOmission(left.Key, left.Count(), RequirementsOf(left)))],
            Requests = forecast.Requests,
            Endpoints = [.. forecast.RequestsByEndpoint.Select(endpoint => new PlannedRequests(endpoint.Key, endpoint.Value))],
            Logins = Told(forecast.Logins),
            AccountsGiven = settings.Accounts.Count,
            AccountsNeeded = forecast.Accounts,
            Destructive = [.. forecast.Scenarios
                .Where(scenario => scenario.Cost.Needs.Intersect(DestructiveKeys).Any())
                .Select(scenario => scenario.Name)],
            // However many scenarios judge it, it is one.
            Mails = forecast.Scenarios.Any(scenario => scenario.Cost.Needs.Contains(MailKey)) ? 1 : 0,
            LatencyMilliseconds = Math.Round(perAnswer.TotalMilliseconds, 1),
            Seconds = Math.Ceiling(time.TotalSeconds),
            SecondsAtStockLogins = Math.Ceiling(limited.TotalSeconds),
            Warnings = [.. Warnings(time, Unlimited), .. Warnings(limited, "it limits logins as Synapse does as it is installed")],
        };
    }

    private IEnumerable<string> Warnings(TimeSpan time, string circumstance)
    {
        if (time > settings.Limits.Run)
            yield return $"If {circumstance}, limits.runMinutes ({settings.Limits.Run.TotalMinutes:0}) ends the run before.";
    }

    private static PlannedLogins Told(LoginForecast logins) =>
        new(logins.Total, logins.Preflight, logins.Scenarios, logins.LiveSessions, logins.Failed);

    private static IReadOnlyList<string> RequirementsOf(IEnumerable<ForecastScenario> scenarios) =>
        [.. scenarios.Select(scenario => scenario.Requirement).Distinct(StringComparer.Ordinal)];
}
