using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>Tokens that a server hands out are labels in whatever the run keeps of its answers, wherever the server repeats them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HiddenSecretsTests
{
    private const string Token = "tok_YWxpY2U_QRSTuvWxYz_0123";
    private const string Label = "<access-token#1~test>";

    private const string LoginReply = $$"""{"user_id":"@alice:example.org","access_token":"{{Token}}","device_id":"ABC"}""";

    [Test]
    public Task Hides_the_token_of_a_login() => Hides(
        CannedReply.Json(200, "{}"),
        """{"user_id":"@alice:example.org","access_token":"<access-token#1~test>","device_id":"ABC"}""",
        exchange: 0);

    [Test]
    public Task Hides_a_token_in_an_error_text() => Hides(
        CannedReply.Json(401, $$"""{"errcode":"M_UNKNOWN_TOKEN","error":"No such token: {{Token}}!"}"""),
        """{"errcode":"M_UNKNOWN_TOKEN","error":"No such token: <access-token#1~test>!"}""");

    [Test]
    public Task Hides_a_token_that_is_a_whole_value() => Hides(
        CannedReply.Json(401, $$"""{"you_sent":"{{Token}}"}"""), """{"you_sent":"<access-token#1~test>"}""");

    [Test]
    public Task Hides_a_token_that_is_written_with_escapes() => Hides(
        CannedReply.Json(401, """{"you_sent":"tok\u005fYWxpY2U_QRSTuvWxYz_0123"}"""), """{"you_sent":"<access-token#1~test>"}""");

    [Test]
    public Task Hides_a_token_in_html() => Hides(
        CannedReply.Html(502, $"<p>GET /whoami with Bearer {Token} failed</p>"),
        "<p>GET /whoami with Bearer <access-token#1~test> failed</p>");

    [Test]
    public Task Hides_a_token_in_json_that_breaks_off_after_it() => Hides(
        CannedReply.Json(200, """{ "access_token" : "another-token", "device_"""),
        """{ "access_token" : "<access-token#2~test>", "device_""");

    [Test]
    public Task Hides_a_token_in_json_that_breaks_off_within_it() => Hides(
        CannedReply.Json(200, """{"refresh_token":"half-a-tok"""), """{"refresh_token":"<refresh-token#1~test>""");

    [Test]
    public Task Keeps_white_space_order_and_doubled_members() => Hides(
        CannedReply.Json(
            200,
            $$"""{ "b" :1.50,  "access_token":"{{Token}}","a": "\u00e4\/", "access_token" : "second-token", "b":2e0 ,"n":null}"""
            + "\r\n\t "),
        """{ "b" :1.50,  "access_token":"<access-token#1~test>","a": "\u00e4\/", "access_token" : "<access-token#2~test>","""
        + """ "b":2e0 ,"n":null}"""
        + "\r\n\t ");

    [Test]
    public async Task Hides_a_token_in_headers()
    {
        var (finished, journal) = await AskWithToken(
            CannedReply.Json(401, "{}", $"X-Echo: token={Token}; more", $"Location: /?access_token={Token}"));

        var headers = finished.Exchanges[1].Response!.Headers;
        headers.Should().Contain(new Header("X-Echo", $"token={Label}; more"));
        headers.Should().Contain(new Header("Location", $"/?access_token={Label}"));
        journal.Should().NotContain(Token);
    }

    [Test]
    public async Task Hides_a_token_in_what_is_no_http()
    {
        var (finished, journal) = await AskWithToken(CannedReply.Raw($"HTTP/1.1 200 OK\r\nno header {Token}\r\n\r\n"));

        finished.Exchanges[1].Failure.Should().EndWith("does not answer in HTTP");
        journal.Should().NotContain(Token);
    }

    [Test]
    public async Task Leaves_short_values_in_texts_and_hides_them_where_they_stand_alone()
    {
        var reply = CannedReply.Json(200, """{"access_token":"ok","status":"ok","text":"all is ok"}""");
        using var server = new CannedServer(reply);
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();

        var answer = await new MatrixClient(target.Run).LoginFlows();

        answer.Body.Should().Be($$"""{"access_token":"{{Label}}","status":"{{Label}}","text":"all is ok"}""");
    }

    [Test]
    public async Task Takes_only_the_id_of_a_koyeb_token_for_a_secret()
    {
        using var server = new CannedServer(CannedReply.Json(
            200, """{"id":"no-secret","token":{"id":"koyeb-token","user_id":"no-secret"},"user":{"id":"no-secret"}}"""));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl, KnownDialects.Koyeb));
        target.Enter();

        var answer = await new KoyebClient(target.Run).Profile(token: null);

        answer.Body.Should().Be(
            """{"id":"no-secret","token":{"id":"<access-token#1~test>","user_id":"no-secret"},"user":{"id":"no-secret"}}""");
    }

    private static async Task Hides(CannedReply reply, string expected, int exchange = 1)
    {
        var (finished, journal) = await AskWithToken(reply);

        finished.Exchanges[exchange].Response!.Body.Should().Be(expected);
        journal.Should().NotContainAny(Token, "another-token", "half-a-tok", "second-token");
    }

    /// <summary>Logs in, asks with the token, and gives what the run keeps of it.</summary>
    private static async Task<(ScenarioFinished Finished, string Journal)> AskWithToken(CannedReply reply)
    {
        using var server = new CannedServer(
            request => request.Deed.StartsWith("POST", StringComparison.Ordinal) ? CannedReply.Json(200, LoginReply) : reply);
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        var scenario = target.Enter();
        var client = new MatrixClient(target.Run);
        var token = (await client.LogIn(new { })).Secret("/access_token");

        try
        {
            await client.WhoAmI(token);
        }
        catch (ControlFailedException e)
        {
            e.Message.Should().NotContain(Token);
        }

        server.Requests[1].Header("Authorization").Should().Be($"Bearer {Token}", "the wire gets the true value");
        var finished = await scenario.Finish(ended: null);
        target.Run.Journal.Append(finished);
        return (finished, target.Journal());
    }
}
