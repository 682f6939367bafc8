using System.Net.Http.Headers;
using Conformance.Fixtures.Runs;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.Reports.Verification;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using FluentAssertions.Execution;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Scenarios that need no more than a live token hand their sessions on: few logins, nobody accused, nothing left open.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SharedSessionTests
{
    private const string MatrixRows = "<or><prop name='Requirement'>MTX-WHOAMI-05</prop><prop name='Requirement'>MTX-LOGIN-27</prop>"
        + "<prop name='Requirement'>MTX-ERR-05</prop><prop name='Requirement'>MTX-DEV-04</prop></or>";

    private const string KoyebRows = "<or><prop name='Requirement'>KOY-LOGIN-14</prop><prop name='Requirement'>KOY-LOGIN-16</prop>"
        + "<prop name='Requirement'>KOY-AUTH-05</prop><prop name='Requirement'>KOY-PWLESS-07</prop></or>";

    private static IEnumerable<TestCaseData> Contracts =>
    [
        new TestCaseData<ReferenceServerOptions, string>(new MatrixServerOptions(), MatrixRows).SetArgDisplayNames("Matrix"),
        new TestCaseData<ReferenceServerOptions, string>(new KoyebServerOptions(), KoyebRows).SetArgDisplayNames("Koyeb"),
    ];

    [TestCaseSource(nameof(Contracts))]
    public async Task One_session_serves_many_scenarios_and_is_closed_at_the_end(ReferenceServerOptions options, string rows)
    {
        await using var server = await ReferenceServer.Start(options);
        using var run = OneAtATime(server);

        await SuiteRunner.Run(run, $"<filter>{rows}</filter>");

        using var scope = new AssertionScope();
        var record = SuiteRuns.RecordOf(run, "shared");
        record.Scenarios.Should().OnlyContain(scenario => scenario.Verdict == Verdict.Pass);
        LoginsOfLiveSessions(record).Should().BeLessThan(6, "of {0} scenarios", record.Scenarios.Count);
        record.Closing!.LeftOpen.Should().BeEmpty();
        Recomputation.Of(record).Contradictions.Should().BeEmpty();
        server.Tables.Where(table => table.Key is "sessions" or "access tokens").Should().ContainSingle().Which.Value.Should().Be(0);
    }

    [TestCaseSource(nameof(Contracts))]
    public async Task A_session_that_is_dead_on_arrival_accuses_nobody_and_is_reported(ReferenceServerOptions options, string rows)
    {
        await using var server = await ReferenceServer.Start(options);
        await using var gateway = await Gateway.Before(server, async (context, next) =>
        {
            await next(context);
            // What looks whether a session lives is answered, and then the server forgets it.
            if (context.Response.StatusCode == 200 && context.Request.Path.Value!.Split('/')[^1] is "whoami" or "profile"
                && AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var bearer))
            {
                await LogOut(server, options, bearer);
            }
        });
        using var run = OneAtATime(server, gateway.BaseUrl);

        await SuiteRunner.Run(run, $"<filter>{rows}</filter>");

        var record = SuiteRuns.RecordOf(run, "shared");
        record.Requirements.Should().NotContain(
            requirement => requirement.Verdict == Verdict.Fail, "who has ended the sessions is known to no scenario");
        record.Scenarios.Should().Contain(
            scenario => scenario.Verdict == Verdict.Inconclusive && scenario.Reason!.Contains("though nothing had ended it"),
            "whoever finds one dead proves nothing");
    }

    [Test]
    public async Task A_session_that_outlives_the_end_of_all_is_closed_all_the_same()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await Gateway.Before(server, (context, next) =>
            context.Request.Path.Value!.EndsWith("/logout/all", StringComparison.Ordinal) && context.Request.Headers.Authorization.Count > 0
                ? context.Response.WriteAsync("{}")
                : next(context));
        using var run = OneAtATime(server, gateway.BaseUrl);

        await SuiteRunner.Run(
            run,
            "<filter><or><prop name='Requirement'>MTX-WHOAMI-05</prop><prop name='Requirement'>MTX-LOGOUTALL-01</prop></or></filter>");

        server.Tables["access tokens"].Should().Be(0, "what was kept is looked at, whatever the end of all sessions answers");
    }

    // Two accounts, so that many scenarios come to the same one.
    private static ConformanceRun OneAtATime(ReferenceServer server, string? baseUrl = null) => SuiteRuns.Against(
        SuiteRuns.Slot(server, "shared", change: settings => settings with
        {
            IsEmbedded = false,
            Parallel = 1,
            Accounts = [.. settings.Accounts.Take(2)],
            BaseUrl = baseUrl ?? settings.BaseUrl,
        }));

    // Beside those of the preflight, and those that a scenario is about.
    private static int LoginsOfLiveSessions(RunRecord record) => record.Scenarios
        .SelectMany(scenario => scenario.Exchanges)
        .DistinctBy(exchange => exchange.Number)
        .Count(exchange => exchange is { Endpoint: "POST /login" or "POST /v1/account/login", Response.Status: 200 });

    private static async Task LogOut(ReferenceServer server, ReferenceServerOptions options, AuthenticationHeaderValue bearer)
    {
        using var client = new HttpClient();
        using var logout = options is MatrixServerOptions
            ? new HttpRequestMessage(HttpMethod.Post, new Uri(server.BaseUrl, "/_matrix/client/v3/logout"))
            : new HttpRequestMessage(HttpMethod.Delete, new Uri(server.BaseUrl, "/v1/account/logout"));
        logout.Headers.Authorization = bearer;
        using var answer = await client.SendAsync(logout);
    }
}
