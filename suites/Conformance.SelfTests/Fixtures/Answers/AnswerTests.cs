using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Runs;
using Conformance.Record.Secrets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Answers;

/// <summary>What scenarios take out of an answer, and what a server gets back of it.</summary>
public sealed class AnswerTests
{
    private const string Token = "syt_9f2Kq8Zr1VtX";
    private const string Password = "correct horse battery";

    [TestCase(Token)]
    [TestCase($"PHONE (was {Token})")]
    [TestCase(Password)]
    [TestCase($"PHONE of {Password}")]
    public async Task A_secret_in_the_place_of_an_id_is_not_sent_on(string deviceId)
    {
        using var server = new CannedServer(CannedReply.Json(
            200, $$"""{"access_token":"{{Token}}","device_id":"{{deviceId}}","devices":[{"device_id":"{{deviceId}}"}]}"""));
        using var target = new TargetRun(
            DrivenTarget.Settings(server.BaseUrl), [], folder: null, seed: 1, TimeProvider.System, new());
        Conformance.Fixtures.Http.ExchangeLog.Current = new() { Owner = "answers" };
        var client = new MatrixClient(target);
        target.Vault.Learn(SecretKind.Password, Password);
        var login = await client.LogIn(new { type = "m.login.password" });
        string?[] sentOn = [login.Text("/device_id"), .. login.DeviceIds()];

        foreach (var text in sentOn)
        {
            await client.LogIn(new { type = "m.login.password", device_id = text });
            await client.Device(token: null, text!);
        }

        sentOn.Should().HaveCount(2).And.NotContainNulls();
        var got = server.Requests.Select(request => Uri.UnescapeDataString($"{request.Line} {request.Body}")).ToList();
        got.Should().HaveCount(5).And.NotContain(text => text.Contains(Token) || text.Contains(Password));
    }

    // A session that the server has made up itself goes back to it as it came, which is what it is for.
    [Test]
    public async Task A_password_in_the_place_of_an_authentication_session_is_not_sent_on()
    {
        using var server = new CannedServer(CannedReply.Json(401, $$"""{"flows":[],"session":"{{Password}}"}"""));
        using var target = new TargetRun(
            DrivenTarget.Settings(server.BaseUrl), [], folder: null, seed: 1, TimeProvider.System, new());
        Conformance.Fixtures.Http.ExchangeLog.Current = new() { Owner = "answers" };
        var client = new MatrixClient(target);
        target.Vault.Learn(SecretKind.Password, Password);
        var challenge = await client.DeleteDevice(token: null, "PHONE", new { });

        await client.DeleteDevice(token: null, "PHONE", new { auth = new { session = challenge.AuthenticationSession() } });

        challenge.AuthenticationSession().Should().NotBeNull();
        server.Requests.Should().HaveCount(2).And.NotContain(request => request.Body.Contains(Password));
    }

    [Test]
    public async Task Its_token_is_still_known()
    {
        using var server = new CannedServer(CannedReply.Json(200, $$"""{"access_token":"{{Token}}"}"""));
        using var target = new TargetRun(
            DrivenTarget.Settings(server.BaseUrl), [], folder: null, seed: 1, TimeProvider.System, new());
        Conformance.Fixtures.Http.ExchangeLog.Current = new() { Owner = "answers" };
        var client = new MatrixClient(target);

        await client.LogOut((await client.LogIn(new { type = "m.login.password" })).Secret("/access_token")!);

        server.Requests[^1].Header("Authorization").Should().Be($"Bearer {Token}");
    }
}
