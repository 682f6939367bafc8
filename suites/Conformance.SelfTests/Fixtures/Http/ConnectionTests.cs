using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>What the clients do below the calls: connections, cookies, redirects, headers, path prefixes.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ConnectionTests
{
    [Test]
    public async Task Opens_a_connection_for_each_fresh_call_and_one_for_the_others()
    {
        using var server = new CannedServer(CannedReply.Json(401, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        var scenario = target.Enter();
        var client = new MatrixClient(target.Run);

        await client.WhoAmI(token: null);
        await client.WhoAmI(token: null);
        server.Connections.Should().Be(1);
        await client.WhoAmI(token: null, freshConnection: true);
        await client.WhoAmI(token: null, freshConnection: true);
        server.Connections.Should().Be(3);
        await client.WhoAmI(token: null);

        server.Connections.Should().Be(3);
        var exchanges = (await scenario.Finish(ended: null)).Exchanges;
        exchanges.Select(exchange => exchange.FreshConnection).Should().Equal(false, false, true, true, false);
    }

    [Test]
    public async Task Keeps_a_scenario_on_a_connection_of_its_own()
    {
        using var server = new CannedServer(CannedReply.Json(401, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();
        var client = new MatrixClient(target.Run);
        await client.WhoAmI(token: null);

        using (target.Run.Http.KeepConnection())
        {
            await client.WhoAmI(token: null);
            await client.WhoAmI(token: null);
            server.Connections.Should().Be(2);
            await client.WhoAmI(token: null, freshConnection: true);
            server.Connections.Should().Be(3);
            await client.WhoAmI(token: null);
        }

        await client.WhoAmI(token: null);
        server.Connections.Should().Be(3, "the shared one is still there");
    }

    [Test]
    public async Task Sends_no_cookie_back()
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}", "Set-Cookie: session=abc; Path=/"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();

        await new MatrixClient(target.Run).LoginFlows();
        await new MatrixClient(target.Run).LoginFlows();

        server.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Header("Cookie") == null);
    }

    [Test]
    public async Task Records_no_cookie()
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}", "Set-Cookie: session=a-session-of-alice; Path=/"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();

        var answer = await new MatrixClient(target.Run).LoginFlows();

        answer.Header("Set-Cookie").Should().Be("session=<cookie#1~test>; Path=/");
    }

    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task Judges_no_answer_of_a_gateway(int status)
    {
        using var server = new CannedServer(CannedReply.Json(status, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();

        var ask = () => new MatrixClient(target.Run).LoginFlows();

        (await ask.Should().ThrowAsync<ControlFailedException>())
            .WithMessage($"GET /login answered {status}: the server, or a gateway before it, is not available.");
    }

    [Test]
    public async Task Takes_the_last_of_doubled_members()
    {
        using var server = new CannedServer(CannedReply.Json(200, """{"access_token":"first-token","access_token":"second-token"}"""));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();

        var answer = await new MatrixClient(target.Run).LoginFlows();

        answer.Told("/access_token").Should().Be("<access-token#2~test>");
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task Follows_no_redirect(int status)
    {
        using var server = new CannedServer(request =>
            request.Deed.EndsWith("/elsewhere", StringComparison.Ordinal)
                ? CannedReply.Json(200, "{}")
                : CannedReply.Json(status, "{}", "Location: /elsewhere"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();

        var answer = await new MatrixClient(target.Run).LoginFlows();

        (answer.Status, answer.Header("Location")).Should().Be((status, "/elsewhere"));
        server.Requests.Should().ContainSingle();
    }

    [Test]
    public async Task Sends_the_headers_of_the_operator_with_every_request([Values] Dialect dialect)
    {
        using var server = new CannedServer(CannedReply.Json(401, "{}"));
        HeaderSettings[] headers =
        [
            new("X-Staging-Key", "plain", IsSecret: false),
            new("X-Request-Source", "suite, of conformance", IsSecret: false),
        ];
        var settings = DrivenTarget.Settings(server.BaseUrl, DrivenTarget.DialectOf(dialect)) with { Headers = headers };

        await Preflight.Problem(settings);

        server.Requests.Should().NotBeEmpty().And.OnlyContain(
            request => request.Header("X-Staging-Key") == "plain" && request.Header("X-Request-Source") == "suite, of conformance");
    }

    [TestCase("/_matrix/client/v3")]
    [TestCase("/_matrix/client/r0")]
    [TestCase("/_matrix/client/unstable")]
    public async Task Speaks_below_every_path_prefix(string prefix)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        var settings = DrivenTarget.Settings(server) with { PathPrefix = prefix };
        (await Preflight.Problem(settings)).Should().BeNull();
        using var target = new DrivenTarget(settings);
        var scenario = target.Enter();
        var session = await (await target.Matrix.Accounts.Lease()).LogIn();

        await session.AssumeAcceptedEverywhere();

        var finished = await scenario.Finish(ended: null);
        finished.LeftOpen.Should().BeEmpty();
        finished.Exchanges.Should().OnlyContain(exchange => exchange.Request.Url.Contains(prefix, StringComparison.Ordinal));
    }

    [Test]
    public async Task Speaks_below_a_base_url_with_a_path()
    {
        using var server = new CannedServer(CannedReply.Json(401, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings($"{server.BaseUrl}/tenant%20one") with { PathPrefix = "/gateway/v3" });
        target.Enter();
        var client = new MatrixClient(target.Run);

        await client.WhoAmI(token: null);
        await client.Device(token: null, "a/b c");
        await client.Sync(token: null, since: "s1&2");

        server.Requests.Select(request => request.Deed).Should().Equal(
            "GET /tenant%20one/gateway/v3/account/whoami",
            "GET /tenant%20one/gateway/v3/devices/a%2Fb%20c",
            "GET /tenant%20one/gateway/v3/sync?filter=%7B%22room%22%3A%7B%22rooms%22%3A%5B%5D%7D%2C"
            + "%22presence%22%3A%7B%22types%22%3A%5B%5D%7D%2C%22account_data%22%3A%7B%22types%22%3A%5B%5D%7D%7D"
            + "&timeout=0&since=s1%262");
    }
}
