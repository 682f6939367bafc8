using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.ReferenceServers.RealClient;

/// <summary>matrix-js-sdk against the reference server: a server that only our own client can talk to proves nothing.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class RealClientTests(bool issuesRefreshTokens)
{
    private ReferenceServer server = null!;
    private Script session = null!;

    [OneTimeSetUp]
    public async Task Run()
    {
        var options = new MatrixServerOptions { IssuesRefreshTokens = issuesRefreshTokens };
        server = await ReferenceServer.Start(options);
        session = await Script.Run("session", server);
    }

    [OneTimeTearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public void Speaks_a_version_that_the_SDK_knows() => session["versions"].Should().Contain("\"v1.11\"");

    [Test]
    public void Offers_login_with_a_password() => session["login-flows"].Should().Contain("""{"type":"m.login.password"}""");

    [Test]
    public void Logs_the_user_in()
    {
        var login = session.Steps["login"];

        ((string?)login["user_id"]).Should().StartWith($"@{server.Accounts[0].Name}:");
        ((string?)login["device_id"]).Should().NotBeNullOrEmpty();
        ((bool?)login["has_access_token"]).Should().BeTrue();
        ((bool?)login["has_refresh_token"]).Should().Be(issuesRefreshTokens);
        ((double?)login["expires_in_ms"]).HasValue.Should().Be(issuesRefreshTokens);
    }

    [Test]
    public void Knows_whose_token_it_is() => session.ShouldKnowThePhone();

    [Test]
    public void Logs_out_one_session_alone() => session.ShouldHaveLoggedOutThePhoneAlone();

    [Test]
    public void Logs_out_everywhere() => session.ShouldHaveLoggedOutEverywhere();

    [Test]
    public void Refuses_a_wrong_password() =>
        session["wrong-password"].Should().Be("""{"accepted":false,"status":403,"errcode":"M_FORBIDDEN"}""");

    [Test]
    public void Is_all_that_the_SDK_contacts() => session.ShouldHaveContactedNobodyElse();

    [Test]
    public void Finds_no_secret_on_the_console() => session.ShouldShowNoSecret();
}
