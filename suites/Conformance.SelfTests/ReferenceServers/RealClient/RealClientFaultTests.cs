using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.ReferenceServers.RealClient;

/// <summary>The trial of a server by matrix-js-sdk can fail: it sees the sins of broken servers.</summary>
public sealed class RealClientFaultTests
{
    [Test]
    public async Task A_token_that_lives_on_is_used_by_the_SDK()
    {
        var session = await RunAgainst("KeepsTokenAfterLogout");

        var phone = session.Steps["after-logout"]["phone"]!.ToJsonString();
        phone.Should().Be(session["phone"], "whoami answers after the logout as it did before");
        session.Invoking(seen => seen.ShouldHaveLoggedOutThePhoneAlone()).Should().Throw<AssertionException>();
    }

    [TestCase("LogoutEndsOtherDevices")]
    [TestCase("SoftLogoutAfterLogout")]
    public async Task A_wrong_logout_is_seen(string fault)
    {
        var session = await RunAgainst(fault);

        session.Invoking(seen => seen.ShouldHaveLoggedOutThePhoneAlone()).Should().Throw<AssertionException>();
    }

    [Test]
    public async Task A_token_that_survives_logout_everywhere_is_seen()
    {
        var session = await RunAgainst("LogoutAllSparesAToken");

        session.ShouldHaveLoggedOutThePhoneAlone();
        session.Invoking(seen => seen.ShouldHaveLoggedOutEverywhere()).Should().Throw<AssertionException>();
    }

    [Test]
    public async Task A_refresh_token_that_survives_logout_is_seen()
    {
        var session = await RealClientRefreshTests.RunPastExpiry("KeepsRefreshToken");

        session.Invoking(seen => seen.ShouldHaveForgottenTheRefreshToken()).Should().Throw<AssertionException>();
    }

    [Test]
    public async Task A_token_on_the_console_is_seen()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var http = new HttpClient { BaseAddress = server.BaseUrl };
        var account = server.Accounts[0];
        var identifier = new { type = "m.id.user", user = account.Name };

        var answer = await http.PostAsJsonAsync(
            "/_matrix/client/v3/login", new { type = "m.login.password", identifier, password = account.Password, refresh_token = true });

        var login = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        string[] tokens = [(string)login["access_token"]!, (string)login["refresh_token"]!];
        foreach (var console in tokens.Append(account.Password))
        {
            var leaking = new Script(new Dictionary<string, JsonNode>(), $"Bearer {console}\n");
            leaking.Invoking(seen => seen.ShouldShowNoSecret()).Should().Throw<AssertionException>();
        }
    }

    private static async Task<Script> RunAgainst(string fault)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Faults = [fault] });
        return await Script.Run("session", server);
    }
}
