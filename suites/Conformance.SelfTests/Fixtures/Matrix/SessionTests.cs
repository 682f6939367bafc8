using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Matrix;

/// <summary>Whatever a login answers, a session that it opened is closed again, and proved closed.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SessionTests
{
    [TestCase("5000", 5.0)]
    [TestCase("0", 0.0)]
    [TestCase("-1", 0.0)]
    [TestCase("1e999", 86_400_000_000.0)]
    [TestCase("\"5000\"", null)]
    [TestCase("null", null)]
    [TestCase("{}", null)]
    [TestCase("[5000]", null)]
    public async Task Reads_a_lifetime_if_it_is_a_number(string expiresIn, double? seconds)
    {
        var body = $$"""{"user_id":"@alice:x","device_id":"D","access_token":"true-token","expires_in_ms":{{expiresIn}}}""";
        using var server = new CannedServer(_ => CannedReply.Json(200, body));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();

        var session = await (await target.Matrix.Accounts.Lease()).LogIn();

        (session.Lifetime?.TotalSeconds).Should().Be(seconds);
    }

    [Test]
    public async Task Closes_a_session_whose_login_answered_wrongly()
    {
        using var server = new CannedServer(request => request.Deed.EndsWith("/login", StringComparison.Ordinal)
            ? CannedReply.Json(200, """{"access_token":"true-token"}""")
            : CannedReply.Json(request.Deed.EndsWith("/logout", StringComparison.Ordinal) ? 200 : 401, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        var scenario = target.Enter();
        var account = await target.Matrix.Accounts.Lease();

        var loggingIn = () => account.LogIn();

        await loggingIn.Should().ThrowAsync<ControlFailedException>();
        (await scenario.Finish(ended: null)).LeftOpen.Should().BeEmpty();
        server.Requests.Skip(1).Select(request => $"{request.Deed} {request.Header("Authorization")}").Should().Equal(
            "POST /_matrix/client/v3/logout Bearer true-token",
            "GET /_matrix/client/v3/account/whoami Bearer true-token");
    }

    [Test]
    public async Task Names_a_session_that_it_cannot_close()
    {
        using var server = new CannedServer(
            CannedReply.Json(200, """{"user_id":"@alice:x","device_id":"D","access_token":"true-token"}"""));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        var scenario = target.Enter();
        await (await target.Matrix.Accounts.Lease()).LogIn();

        var finished = await scenario.Finish(ended: null);

        finished.LeftOpen.Should().Equal("@alice:x on D (<access-token#1~test>)");
    }

    [Test]
    public async Task Closes_what_the_scenario_left_open_on_a_true_server()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server));
        var scenario = target.Enter();
        var account = await target.Matrix.Accounts.Lease();
        var ended = await account.LogIn();
        var forgotten = await account.LogIn();
        await ended.LogOut();

        (await scenario.Finish(ended: null)).LeftOpen.Should().BeEmpty();

        target.Enter();
        (await new MatrixClient(target.Run).WhoAmI(forgotten.AccessToken)).Status.Should().Be(401);
    }
}
