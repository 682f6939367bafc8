using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Targets;
using Conformance.Record.Exchanges;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Options;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>A server that lets one login a second in is waited for as it asks, and every answer 429 is kept as evidence.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RateLimitTests
{
    [Test]
    public async Task Waits_for_a_homeserver_as_told()
    {
        var time = new SkippingTime();
        await using var server = await Start(Dialect.Matrix, time);
        using var target = new DrivenTarget(DrivenTarget.Settings(server), time);
        var scenario = target.Enter();
        var account = await target.Matrix.Accounts.Lease();

        await account.LogIn();
        await account.LogIn();

        time.Waited.Should().Be(TimeSpan.FromSeconds(1));
        var finished = await scenario.Finish(ended: null);
        Statuses(finished.Exchanges, "POST /login").Should().Equal(200, 429, 200);
        finished.LeftOpen.Should().BeEmpty();
        finished.Logins.Should().Be(3, "a refused login is one that the server saw");
    }

    [Test]
    public async Task Waits_for_the_session_api_as_told()
    {
        var time = new SkippingTime();
        await using var server = await Start(Dialect.Koyeb, time);
        using var target = new DrivenTarget(DrivenTarget.Settings(server, KnownDialects.Koyeb), time);
        var scenario = target.Enter();
        var account = await target.Koyeb.Accounts.Lease();

        await account.LogIn();
        await account.LogIn();

        time.Waited.Should().Be(TimeSpan.FromSeconds(1));
        var finished = await scenario.Finish(ended: null);
        Statuses(finished.Exchanges, "POST /v1/account/login").Should().Equal(200, 429, 200);
        finished.LeftOpen.Should().BeEmpty();
    }

    [Test]
    public async Task Gets_many_accounts_past_one_login_a_second()
    {
        var time = new SkippingTime();
        await using var server = await Start(Dialect.Matrix, time);
        using var target = new DrivenTarget(DrivenTarget.Settings(server), time);
        target.Enter();
        var account = await target.Matrix.Accounts.Lease();

        var logins = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => account.TryLogIn($"DEVICE{number}")));

        logins.Should().OnlyContain(login => login.Status == 200);
    }

    [Test]
    public async Task Waits_a_real_second()
    {
        await using var server = await Start(Dialect.Matrix, TimeProvider.System);
        using var target = new DrivenTarget(DrivenTarget.Settings(server));
        target.Enter();
        var account = await target.Matrix.Accounts.Lease();
        var started = TimeProvider.System.GetTimestamp();

        await account.LogIn();
        await account.LogIn();

        TimeProvider.System
            .GetElapsedTime(started)
            .Should()
            .BeGreaterThan(TimeSpan.FromSeconds(0.9)).And.BeLessThan(TimeSpan.FromSeconds(8));
    }

    [TestCase(Dialect.Matrix, "POST /login")]
    [TestCase(Dialect.Koyeb, "POST /v1/account/login")]
    public async Task Refuses_a_wait_beyond_the_tolerance_and_names_it(Dialect dialect, string endpoint)
    {
        var time = new SkippingTime();
        await using var server = await Start(dialect, time);
        var settings = DrivenTarget.Settings(server, DrivenTarget.DialectOf(dialect));
        using var target = new DrivenTarget(
            settings with { Tolerances = settings.Tolerances with { RateLimitWait = TimeSpan.FromSeconds(0.5) } }, time);
        target.Enter();
        var logIn = await LogIn(target);
        await logIn();

        var second = logIn;

        (await second.Should().ThrowAsync<ControlFailedException>()).WithMessage(
            $"{endpoint} is rate-limited and asks to wait 1 s. Raise tolerances.rateLimitWaitSeconds in driven.json, "
            + "or the server's limit.");
        time.Waited.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public async Task Tries_a_failing_login_once_more()
    {
        var time = new SkippingTime();
        await using var server = await Start(Dialect.Koyeb, time);
        using var target = new DrivenTarget(DrivenTarget.Settings(server, KnownDialects.Koyeb), time);
        var scenario = target.Enter();
        var account = await target.Koyeb.LeaseToFailOneLogin();
        await account.LogIn();

        await account.TryWrongPassword(target.Koyeb);

        Statuses((await scenario.Finish(ended: null)).Exchanges, "POST /v1/account/login").Should().Equal(200, 429, 401);
    }

    [Test]
    public async Task Asks_for_mail_once_more_and_then_never_again()
    {
        const string Path = "/v1/account/passwordless_login";
        using var server = new CannedServer(request => CannedReply.Json(
            request.Deed.EndsWith(Path, StringComparison.Ordinal) ? 429 : 200, """{"token":{"id":"true-token"}}"""));
        var settings = DrivenTarget.Settings(server.BaseUrl, KnownDialects.Koyeb) with
        {
            Permissions = new PermissionSettings { MayReceiveMail = true },
        };
        using var target = new DrivenTarget(settings, new SkippingTime());
        target.Enter();

        var asking = target.Koyeb.RequestMailOnce;

        (await asking.Should().ThrowAsync<ControlFailedException>()).WithMessage(
            "POST /v1/account/passwordless_login is still rate-limited after a wait, and this request is not tried again: "
            + "it may count against the account, or send mail. *");
        await asking.Should().ThrowAsync<ControlFailedException>();
        server.Requests.Where(request => request.Deed.EndsWith(Path, StringComparison.Ordinal)).Should().HaveCount(2);
    }

    private static async Task<Func<Task>> LogIn(DrivenTarget target)
    {
        if (target.Run.Settings.Contract == KnownContracts.Koyeb)
        {
            var koyeb = await target.Koyeb.Accounts.Lease();
            return () => koyeb.LogIn();
        }

        var matrix = await target.Matrix.Accounts.Lease();
        return () => matrix.LogIn();
    }

    private static IEnumerable<int> Statuses(IEnumerable<Exchange> exchanges, string endpoint) =>
        exchanges.Where(exchange => exchange.Endpoint == endpoint).Select(exchange => exchange.Response!.Status);

    private static Task<ReferenceServer> Start(Dialect dialect, TimeProvider time) =>
        ReferenceServer.Start(KnownServers.OptionsOf(dialect) with { LoginsPerSecond = 1, Time = time });
}
