using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Fixtures.Targets;
using Conformance.Record.Exchanges;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// A server that lets in as few as a homeserver does as it is installed, five and then one after each 333 seconds, is waited for: the run
/// comes to its end, nobody is accused, and nobody asks before the time that was named.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed partial class StockLimitTests
{
    private static readonly LoginLimits Stock = new();

    // From the end of an answer until everybody in the run knows of it, on a busy machine; the waits are 333 seconds.
    private static readonly TimeSpan UntilKnown = TimeSpan.FromSeconds(1);

    private static IEnumerable<TestCaseData> Servers =>
    [
        // A token that came with a refresh token outlives the waits of its scenario.
        new TestCaseData<ReferenceServerOptions, string>(
            new MatrixServerOptions { LoginLimits = Stock, AccessTokenLifetime = TimeSpan.FromHours(10) },
            "<filter><or><class re='1'>Matrix\\.(Logout|LogoutAll|LoginRefusal|Device|WhoAmI)Tests</class></or></filter>")
            .SetArgDisplayNames("Matrix"),
        new TestCaseData<ReferenceServerOptions, string>(
            new KoyebServerOptions { LoginLimits = Stock },
            "<filter><or><class re='1'>Koyeb\\.(Logout|LoginRefusal|Login|Profile|Refresh)Tests</class></or></filter>")
            .SetArgDisplayNames("Koyeb"),
    ];

    [TestCaseSource(nameof(Servers))]
    public async Task Are_waited_out(ReferenceServerOptions options, string filter)
    {
        var told = new ConcurrentQueue<string>();
        await using var served = await ServedRun.Start(options, "narrow", change: Patient, watcher: told.Enqueue);

        await SuiteRunner.Run(served.Run, filter);

        var record = served.Record;
        var logins = LoginsOf(record);
        using var scope = new AssertionScope();
        record.Preflight!.Problem.Should().BeNull();
        told.Should().Contain(line => IsFirstWait(line, record), "the preflight has to wait, and says so when it begins to");
        record.Scenarios.Should().HaveCountGreaterThan(20).And.NotContain(
            scenario => scenario.Verdict == Verdict.Inconclusive || scenario.Verdict == Verdict.Fail || scenario.Verdict == Verdict.Error);
        logins.Should().HaveCountGreaterThan(30);
        (record.EndedAt!.Value - record.StartedAt).Should().BeGreaterThan(Stock.Every * (LetIn(logins) - Stock.Burst - 1));
        logins.Where(login => WasKnownToBeClosed(login, logins)).Should().BeEmpty();
        // A server cannot tell who was on his way already when the limit closed, or was the first to show that it is not one account's.
        served.Server.EarlyLogins.Should().BeLessThanOrEqualTo(logins.Count(login => CameEarly(login, logins))).And.BeLessThan(10);
        record.Scenarios.Where(scenario => scenario.Milliseconds > Stock.Every.TotalMilliseconds)
            .Select(scenario => (scenario.Scenario, scenario.Milliseconds)).Should().BeEmpty("waits are no slowness");
    }

    // One account more than are let in at once.
    private static TargetSettings Patient(TargetSettings settings) => settings with
    {
        Accounts = [.. settings.Accounts.Take(Stock.Burst + 1)],
        Tolerances = settings.Tolerances with { RateLimitWait = TimeSpan.FromHours(1) },
        Limits = settings.Limits with { Run = TimeSpan.FromDays(30), Waiting = TimeSpan.FromDays(30) },
    };

    private static bool IsFirstWait(string line, RunRecord record) =>
        line.Split("narrow: rate-limited, waiting until ") is ["", var until]
        && TimeOnly.Parse(until.Replace(" UTC", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
            .IsBetween(TimeOfDay(record.StartedAt), TimeOfDay(record.StartedAt + (Stock.Every * 1.5)));

    private static TimeOnly TimeOfDay(DateTimeOffset moment) => TimeOnly.FromDateTime(moment.UtcDateTime);

    private static List<Exchange> LoginsOf(RunRecord record) =>
    [
        .. record.Preflight!.Exchanges
            .Concat(record.Scenarios.SelectMany(scenario => scenario.Exchanges))
            .Where(exchange => exchange.Endpoint is "POST /login" or "POST /v1/account/login")
            .DistinctBy(exchange => exchange.Number)
            .OrderBy(exchange => exchange.StartedAt),
    ];

    private static int LetIn(IEnumerable<Exchange> logins) => logins.Count(login => login.Response!.Status != 429);

    // Sent after refusals had come, and before the time that they named: to the same account, or to two of others. That one account is
    // refused does not say that all are.
    private static bool WasKnownToBeClosed(Exchange login, IEnumerable<Exchange> logins)
    {
        var closed = logins
            .Where(other => other.Response!.Status == 429
                && EndOf(other) + UntilKnown < login.StartedAt && login.StartedAt < EndOf(other) + WaitOf(other))
            .Select(AccountOf)
            .Distinct()
            .ToList();
        return closed.Count > 1 || closed.Contains(AccountOf(login));
    }

    private static string AccountOf(Exchange login)
    {
        // Not every login is one that can be read.
        var named = NamedAccount().Match(login.Request.Body ?? "");
        return named.Success ? named.Groups["name"].Value : $"{login.Number}";
    }

    private static bool CameEarly(Exchange login, IEnumerable<Exchange> logins) => login.Response!.Status == 429
        && logins.Any(other => other != login && other.Response!.Status == 429
            && other.StartedAt <= EndOf(login) && login.StartedAt < EndOf(other) + WaitOf(other));

    [GeneratedRegex("\"(email|user)\":\"(?<name>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedAccount();

    private static DateTimeOffset EndOf(Exchange exchange) => exchange.StartedAt + TimeSpan.FromMilliseconds(exchange.Milliseconds);

    private static TimeSpan WaitOf(Exchange refusal) => TimeSpan.FromSeconds(double.Parse(
        refusal.Response!.Headers.Find("Retry-After") ?? refusal.Response.Headers.Find("x-ratelimit-reset")!,
        CultureInfo.InvariantCulture));
}
