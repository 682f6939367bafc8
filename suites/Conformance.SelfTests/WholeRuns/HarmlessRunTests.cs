using Conformance.Fixtures.Targets;
using Conformance.Record.Exchanges;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.Schemas.Editions;
using Conformance.Schemas.Endpoints;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>What the suite does not do to a session API, whatever happens: leave the contract, lock an account, send mail twice.</summary>
public sealed class HarmlessRunTests
{
    private static readonly KoyebServerOptions Koyeb = new();

    private static readonly Func<TargetSettings, TargetSettings> OneAccount =
        settings => settings with { Accounts = [settings.Accounts[0]] };

    private static IEnumerable<TestCaseData> Runs =>
    [
        Named("edition s21", Koyeb, settings => settings),
        Named("edition s26", Koyeb with { Edition = "s26" }, settings => settings),
        Named("one account only", Koyeb, OneAccount),
        Named("one account only in edition s26", Koyeb with { Edition = "s26" }, OneAccount),
        // Nothing is waited for, so that scenarios end inconclusive and are tried again.
        Named("much is tried twice", Koyeb with { LoginsPerSecond = 5 }, settings =>
            OneAccount(settings) with { Tolerances = settings.Tolerances with { RateLimitWait = TimeSpan.Zero } }),
    ];

    [TestCaseSource(nameof(Runs))]
    public async Task A_run_does_no_harm(KoyebServerOptions options, Func<TargetSettings, TargetSettings> change)
    {
        await using var server = await ReferenceServer.Start(options);
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "unharmed", strict: true, change));

        await SuiteRunner.Run(run);

        var record = SuiteRuns.RecordOf(run, "unharmed");
        var exchanges = record.Scenarios
            .SelectMany(scenario => scenario.Exchanges)
            .Concat(record.Preflight!.Exchanges)
            .DistinctBy(exchange => exchange.Number)
            .ToList();
        using var scope = new AssertionScope();
        exchanges.Should().NotBeEmpty();
        exchanges.Where(exchange => !IsOfContract(exchange, options.Edition)).Select(Deed).Should().BeEmpty();
        server.Accounts.Select(account => FailedLogins(exchanges, account.Name)).Should().OnlyContain(count => count <= 3);
        exchanges.Count(exchange => IsPasswordlessOf(exchange, server.Accounts)).Should().BeLessThanOrEqualTo(1);
    }

    private static bool IsOfContract(Exchange exchange, string edition) =>
        KoyebEndpoints.All.Any(endpoint => Deed(exchange) == endpoint.ToString() && IsServed(endpoint, edition))
        || IsSwitch(exchange, edition)
        || IsWrongMethod(exchange);

    // That it is gone is looked for in the later edition.
    private static bool IsServed(Endpoint endpoint, string edition) =>
        EditionGate.Has(endpoint, [edition]) || endpoint == KoyebEndpoints.PasswordlessLogin;

    private static bool IsSwitch(Exchange exchange, string edition) =>
        exchange.Endpoint == KoyebEndpoints.SwitchOrganization.ToString()
        && exchange.Request.Method == "POST"
        && PathOf(exchange).Split('/') is ["", "v1", "organizations", _, "switch"]
        && IsServed(KoyebEndpoints.SwitchOrganization, edition);

    private static bool IsWrongMethod(Exchange exchange) => KoyebEndpoints.SessionApi.Any(endpoint => endpoint.Path == PathOf(exchange));

    private static string Deed(Exchange exchange) => $"{exchange.Request.Method} {PathOf(exchange)}";

    private static string PathOf(Exchange exchange) => new Uri(exchange.Request.Url.Split('?')[0]).AbsolutePath;

    // A login that was not let in by a rate limit has not failed.
    private static int FailedLogins(IEnumerable<Exchange> exchanges, string email) => exchanges.Count(exchange =>
        Deed(exchange) == KoyebEndpoints.Login.ToString()
        && exchange.Response is { Status: >= 400 and not 429 }
        && exchange.Request.Body?.Contains(email, StringComparison.OrdinalIgnoreCase) == true);

    private static bool IsPasswordlessOf(Exchange exchange, IEnumerable<ReferenceAccount> accounts) =>
        PathOf(exchange) == KoyebEndpoints.PasswordlessLogin.Path
        && accounts.Any(account => exchange.Request.Body?.Contains(account.Name, StringComparison.OrdinalIgnoreCase) == true);

    private static TestCaseData Named(string name, KoyebServerOptions options, Func<TargetSettings, TargetSettings> change) =>
        new TestCaseData(options, change).SetArgDisplayNames(name);
}
