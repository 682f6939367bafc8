using Conformance.Fixtures.Targets;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Reports.Gating;
using Conformance.Reports.Verification;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using FluentAssertions.Execution;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// A server that gives no answers, is slow or lets nobody in is not asked for ever: the run ends soon, the reason is told once, and what
/// was not judged is inconclusive.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class TroubledServerTests
{
    // As many requests as scenarios can have on their way, as the circuit needs, and a repeat of each scenario alone.
    private const int Few = 60;

    private const string Login = "/login";

    [Test]
    public async Task That_answers_a_byte_a_second()
    {
        var (outcome, gateway) = await RunAgainst(Drip, Patient(requestSeconds: 10));

        using var scope = new AssertionScope();
        gateway.Count($"POST {MatrixPaths.V3}{Login}").Should().BeLessThan(Few);
        outcome.OfTheRun.Should().Contain("scenarios were not judged. POST /login gave no answer to 5 requests in a row");
        outcome.ShouldBeRedOnlyHere(Few);
    }

    [Test]
    public async Task That_has_gone()
    {
        var (outcome, gateway) = await RunAgainst(
            HangUp, settings => settings, _ => true);

        using var scope = new AssertionScope();
        gateway.Requests.Should().BeLessThan(500);
        outcome.OfTheRun.Should().Contain("gave no answer to").And.Contain("is not asked any more");
        outcome.ShouldBeRedOnlyHere(Few);
    }

    [TestCase("0", "POST /login was still rate-limited after 5 waits in a row")]
    [TestCase("333", "POST /login is rate-limited and asks to wait 333 s. Raise tolerances.rateLimitWaitSeconds")]
    public async Task That_limits_the_rate_for_ever(string retryAfter, string told)
    {
        var (outcome, gateway) = await RunAgainst(
            context =>
            {
                context.Response.Headers.RetryAfter = retryAfter;
                return Refuse(context, 429, "M_LIMIT_EXCEEDED");
            },
            settings => settings);

        using var scope = new AssertionScope();
        gateway.Count($"POST {MatrixPaths.V3}{Login}").Should().BeLessThan(Few);
        outcome.OfTheRun.Should().Contain(told).And.Contain("scenarios were not judged");
        outcome.ShouldBeRedOnlyHere(Few);
    }

    [Test]
    public async Task That_locks_every_account()
    {
        var (outcome, gateway) = await RunAgainst(context => Refuse(context, 403, "M_USER_DEACTIVATED"), settings => settings with
        {
            Accounts = [.. settings.Accounts.Take(2)],
        });

        using var scope = new AssertionScope();
        gateway.Count($"POST {MatrixPaths.V3}{Login}").Should().BeLessThan(Few);
        outcome.OfTheRun.Should().Contain(
            "scenarios were not judged. The server has locked alice (POST /login was answered with 403 M_USER_DEACTIVATED)");
        outcome.ShouldBeRedOnlyHere(Few);
    }

    [Test]
    public async Task That_takes_longer_than_a_run_may()
    {
        var (outcome, _) = await RunAgainst(
            async (context, next) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, context.RequestAborted);
                await next(context);
            },
            settings => settings with { Limits = settings.Limits with { Run = TimeSpan.FromSeconds(6) } });

        using var scope = new AssertionScope();
        outcome.OfTheRun.Should().Contain("The run takes longer than limits.runMinutes");
        outcome.ShouldBeRedOnlyHere(Few);
    }

    [Test]
    public async Task That_takes_longer_than_a_scenario_may()
    {
        var (outcome, _) = await RunAgainst(
            (context, next) => next(context),
            settings => settings with { Limits = settings.Limits with { Scenario = TimeSpan.FromTicks(1) } });

        using var scope = new AssertionScope();
        outcome.OfTheRun.Should().Contain("The server is slow: a scenario may wait for its answers").And.Contain("limits.scenarioMinutes");
        outcome.ShouldBeRedOnlyHere(Few);
    }

    private static Func<TargetSettings, TargetSettings> Patient(int requestSeconds) => settings => settings with
    {
        Tolerances = settings.Tolerances with { RequestTimeout = TimeSpan.FromSeconds(requestSeconds) },
    };

    private static Task<(Told Outcome, Gateway Gateway)> RunAgainst(
        Func<HttpContext, Task> ail, Func<TargetSettings, TargetSettings> change, Func<HttpRequest, bool>? where = null) =>
        RunAgainst((context, next) => (where ?? IsLogin)(context.Request) ? ail(context) : next(context), change);

    private static async Task<(Told Outcome, Gateway Gateway)> RunAgainst(
        Func<HttpContext, RequestDelegate, Task> ail, Func<TargetSettings, TargetSettings> change)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        Func<bool> hasBegun = () => false;
        await using var gateway = await Gateway.Before(server, (context, next) => hasBegun() ? ail(context, next) : next(context));
        using var run = SuiteRuns.Against(
            SuiteRuns.Slot(server, "troubled", change: settings => change(settings with { BaseUrl = gateway.BaseUrl })));
        // The preflight is over.
        hasBegun = () => $"{run.Phases}".Contains("preflight");

        var outcome = await SuiteRunner.Run(run);
        return (new Told(outcome, SuiteRuns.RecordOf(run, "troubled")), gateway);
    }

    private static bool IsLogin(HttpRequest request) => request is { Method: "POST", Path.Value: MatrixPaths.V3 + Login };

    private static Task Refuse(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { errcode = code, error = "Not now" });
    }

    private static Task HangUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task Drip(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        foreach (var letter in """{"user_id":"@alice:reference.invalid"}""")
        {
            await context.Response.WriteAsync($"{letter}", context.RequestAborted);
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, context.RequestAborted);
        }
    }

    private static class MatrixPaths
    {
        public const string Prefix = "/_matrix/client";
        public const string V3 = $"{Prefix}/v3";
    }

    /// <summary>What a run told.</summary>
    private sealed record Told(SuiteOutcome Outcome, RunRecord Record)
    {
        /// <summary>What no scenario told: the test of the run itself did, or its end where NUnit has run that test too early.</summary>
        public string OfTheRun =>
            string.Join('\n', Outcome.All.Except(Outcome.Scenarios).Select(result => result.Message));

        /// <summary>The run came to its end, each scenario has its verdict, and few are red.</summary>
        public void ShouldBeRedOnlyHere(int most)
        {
            Record.EndedAt.Should().NotBeNull();
            JudgedRun.Of(Record).Gate.Conformity.Should().Be(Conformity.Inconclusive);
            Named(Verdict.Error).Should().BeEmpty();
            // What was not asked must not be taken for an answer.
            Recomputation.Of(Record).Contradictions.Should().BeEmpty();
            Named(Verdict.Fail).Should().BeEmpty();
            Named(Verdict.Inconclusive).Count().Should().BeGreaterThan(most);
            Outcome.Scenarios.Count(result => result.ResultState.Status is TestStatus.Failed).Should().BeLessThan(most);
        }

        private IEnumerable<string> Named(Verdict verdict) =>
            Record.Scenarios.Where(scenario => scenario.Verdict == verdict).Select(scenario => $"{scenario.Scenario}: {scenario.Reason}");
    }
}
