using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Record.Exchanges;
using Conformance.Record.Secrets;
using Conformance.Schemas.Endpoints;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>Requests that no HTTP library would send arrive byte for byte, and the record of them shows labels.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RawRequestTests
{
    private const string Token = "tok_YWxpY2U_QRSTuvWxYz_0123";

    private static Call WhoAmI { get; } = new(MatrixEndpoints.WhoAmI) { Path = "/_matrix/client/v3/account/whoami" };

    [Test]
    public async Task Sends_doubled_headers_and_reveals_the_labels_in_them()
    {
        var (request, exchange, journal) = await Send(secret => WhoAmI with
        {
            RawHeaders = [$"Authorization: Bearer {secret.Label}", $"Authorization: Bearer {secret.Label}", "authorization:\tBearer  x "],
        });

        request.Headers.Where(line => line.StartsWith("Authorization", StringComparison.OrdinalIgnoreCase))
            .Should().Equal($"Authorization: Bearer {Token}", $"Authorization: Bearer {Token}", "authorization:\tBearer  x ");
        exchange.Request.Headers.Where(header => header.Name == "Authorization").Should().Equal(
            new Header("Authorization", "Bearer <access-token#1~test>"), new Header("Authorization", "Bearer <access-token#1~test>"));
        journal.Should().NotContain(Token);
    }

    [Test]
    public async Task Sends_what_the_library_composed_as_well()
    {
        var (request, _, _) = await Send(secret => new Call(MatrixEndpoints.Logout)
        {
            Path = "/logout",
            Token = secret,
            Headers = [new("X-Own", "1")],
            Body = Call.Json(new { text = "ä" }),
            RawHeaders = ["X-Raw: 2"],
        });

        request.Deed.Should().Be("POST /logout");
        request.Header("Authorization").Should().Be($"Bearer {Token}");
        request.Header("X-Own").Should().Be("1");
        request.Headers[^1].Should().Be("X-Raw: 2");
        request.Body.Should().Be("""{"text":"ä"}""");
    }

    [Test]
    public async Task Leaves_out_what_the_library_composed()
    {
        var (request, _, _) = await Send(_ => new Call(MatrixEndpoints.Logout) { Path = "/logout", OmittedHeaders = ["content-length"] });

        request.Line.Should().Be("POST /logout HTTP/1.1");
        request.Header("Host").Should().NotBeNull();
        request.Header("Content-Length").Should().BeNull();
    }

    [TestCase("/_matrix/client/v3//logout")]
    [TestCase("/_matrix/client/v3/../v3/logout")]
    [TestCase("/_matrix/client/v3/logout%2Fall")]
    [TestCase("/_matrix/client/v3/logout?")]
    [TestCase("/_matrix/client/v3/logout#all")]
    [TestCase("http://elsewhere.invalid/_matrix/client/v3/logout")]
    [TestCase("*")]
    public async Task Sends_the_request_target_as_it_is(string target)
    {
        var (request, exchange, _) = await Send(_ => WhoAmI with { RawTarget = target });

        request.Line.Should().Be($"GET {target} HTTP/1.1");
        exchange.Request.Url.Should().EndWith(target);
    }

    [Test]
    public async Task Reveals_labels_in_the_request_target()
    {
        var (request, exchange, journal) = await Send(
            secret => WhoAmI with { RawTarget = $"/whoami?access_token={Uri.EscapeDataString(secret.Label)}&access_token=" });

        request.Line.Should().Be($"GET /whoami?access_token={Token}&access_token= HTTP/1.1");
        exchange.Request.Url.Should().EndWith("/whoami?access_token=<access-token#1~test>&access_token=");
        journal.Should().NotContain(Token);
    }

    [TestCase("X-Latin: \u00e9\u00ff\u0080")]
    [TestCase("X-Null: a\0b")]
    [TestCase("X-Tab:\ta\t")]
    [TestCase("No colon at all")]
    [TestCase("Spaced name : x")]
    public async Task Sends_one_byte_a_character(string line)
    {
        var (request, _, _) = await Send(_ => WhoAmI with { RawHeaders = [line] });

        request.Headers.Should().Contain(line);
    }

    [Test]
    public async Task Sends_very_long_headers_and_records_their_beginning()
    {
        var line = $"X-Long: {new string('x', 64 * 1024)}";

        var (request, exchange, _) = await Send(_ => WhoAmI with { RawHeaders = [line] });

        request.Headers.Should().Contain(line);
        exchange.Request.Headers.Find("X-Long").Should().EndWith($"xxx… ({line.Length} characters)").And.HaveLength(1036);
    }

    [Test]
    public async Task Sends_bodies_that_are_no_UTF_8()
    {
        byte[] body = [.. "{\"a\":\""u8, 0x81, 0xFF, 0x00, .. "\"}"u8];

        var (request, exchange, _) = await Send(
            _ => new Call(MatrixEndpoints.Login) { Path = "/login", Body = Call.Bytes(body), RawHeaders = ["X-Raw: 1"] });

        request.BodyBytes.Should().Equal(body);
        exchange.Request.IsUtf8.Should().BeFalse();
    }

    [Test]
    public async Task Lets_no_token_write_headers_of_its_own()
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();
        var secret = target.Run.Vault.Learn(SecretKind.AccessToken, "token\r\nX-Injected: 1");

        var sending = () => target.Run.Http.Send(WhoAmI with { RawHeaders = [$"Authorization: Bearer {secret.Label}"] });

        (await sending.Should().ThrowAsync<ControlFailedException>()).Which.Message
            .Should()
            .Contain("line breaks").And.NotContain("Injected");
        server.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Leaves_the_connections_of_other_calls_alone()
    {
        using var server = new CannedServer(CannedReply.Json(401, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();
        var client = new MatrixClient(target.Run);

        await client.WhoAmI(token: null);
        await target.Run.Http.Send(WhoAmI with { RawHeaders = ["X-Raw: 1"] });
        await target.Run.Http.Send(WhoAmI with { RawTarget = "/raw" });
        await client.WhoAmI(token: null);

        server.Connections.Should().Be(3);
        server.Requests.Select(request => (request.Deed, request.Header("X-Raw"))).Should().Equal(
            ("GET /_matrix/client/v3/account/whoami", null), ("GET /_matrix/client/v3/account/whoami", "1"),
            ("GET /raw", null), ("GET /_matrix/client/v3/account/whoami", null));
    }

    [Test]
    public async Task Writes_the_raw_head_again_when_a_rate_limit_is_waited_out()
    {
        var calls = 0;
        using var server = new CannedServer(_ => Interlocked.Increment(ref calls) == 1
            ? CannedReply.Json(429, """{"errcode":"M_LIMIT_EXCEEDED","error":"","retry_after_ms":1}""")
            : CannedReply.Json(200, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();

        var answer = await target.Run.Http.Send(WhoAmI with { RawHeaders = ["X-Raw: 1"] });

        answer.Status.Should().Be(200);
        server.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Header("X-Raw") == "1");
    }

    private static async Task<(CannedRequest Request, Exchange Exchange, string Journal)> Send(Func<Secret, Call> call)
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        var scenario = target.Enter();

        var answer = await target.Run.Http.Send(call(target.Run.Vault.Learn(SecretKind.AccessToken, Token)));

        answer.Status.Should().Be(200);
        var finished = await scenario.Finish(ended: null);
        target.Run.Journal.Append(finished);
        return (server.Requests.Single(), finished.Exchanges.Single(), target.Journal());
    }
}
