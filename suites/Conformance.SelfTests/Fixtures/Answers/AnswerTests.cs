using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Runs;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Answers;

/// <summary>What scenarios take out of an answer.</summary>
public sealed class AnswerTests
{
    private const string Token = "syt_9f2Kq8Zr1VtX";

    [Test]
    public async Task A_token_in_the_midst_of_another_text_is_not_sent_on()
    {
        var reply = $$"""{"access_token":"{{Token}}","device_id":"PHONE (was {{Token}})"}""";
        using var server = new CannedServer(CannedReply.Json(200, reply));
        using var target = new TargetRun(
            DrivenTarget.Settings(server.BaseUrl), [], folder: null, seed: 1, TimeProvider.System, new());
        Conformance.Fixtures.Http.ExchangeLog.Current = new() { Owner = "answers" };
        var client = new MatrixClient(target);
        var login = await client.LogIn(new { type = "m.login.password" });

        await client.LogIn(new { type = "m.login.password", device_id = login.Text("/device_id") });

        login.Text("/device_id").Should().StartWith("PHONE (was <access-token#");
        server.Requests.Should().HaveCount(2).And.NotContain(request => request.Body.Contains(Token));
        login.Secret("/access_token").Should().NotBeNull();
    }
}
