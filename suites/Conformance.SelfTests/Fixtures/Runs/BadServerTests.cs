using Conformance.Fixtures.Dialects;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Runs;

/// <summary>Whatever answers in the place of a server, the preflight ends soon, with one sentence that says what to change.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BadServerTests
{
    private const string Unanswered = "driven (driven.json): GET /versions";

    private const string Answered = "driven (driven.json): GET /_matrix/client/versions answered";

    private const string NoHomeserver = ", not the versions of a homeserver. Check baseUrl.";

    private const int MebiByte = 1024 * 1024;

    [Test]
    public Task Names_a_web_site() => Tells(
        CannedReply.Html(200, "<html>Welcome</html>"), $"{Answered} 200 with text/html that is not JSON{NoHomeserver}");

    [Test]
    public Task Names_an_empty_answer() => Tells(
        CannedReply.Whole(404, ""), $"{Answered} 404 with an empty body{NoHomeserver}");

    [Test]
    public Task Names_a_json_api_that_is_no_homeserver() => Tells(
        CannedReply.Json(404, """{"code":"not_found"}"""), $"{Answered} 404 not_found{NoHomeserver}");

    [Test]
    public Task Names_a_body_that_breaks_off() => Tells(
        CannedReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"versions\":"),
        $"{Unanswered}: {{0}} closed the connection before its answer was complete. Check baseUrl.");

    [Test]
    public Task Names_a_connection_that_ends_without_an_answer() => Tells(
        CannedReply.Raw(""), $"{Unanswered}: {{0}} closed the connection before its answer was complete. Check baseUrl.");

    [TestCase("099")]
    [TestCase("000")]
    public Task Names_a_status_that_there_is_not(string status) => Tells(
        CannedReply.Raw($"HTTP/1.1 {status} Whatever\r\nContent-Length: 2\r\n\r\n{{}}"),
        $"{Unanswered}: {{0}} does not answer in HTTP. Check baseUrl.");

    [Test]
    public Task Names_a_body_beyond_the_bound() => Tells(
        CannedReply.Whole(200, new string(' ', MebiByte + 1)),
        $"{Unanswered}: the body of the answer is longer than 1024 KiB. Check baseUrl.");

    [Test]
    public Task Names_a_body_without_end() => Tells(
        CannedReply.Raw($"HTTP/1.1 200 OK\r\n\r\n{new string(' ', 16 * 1024)}", Then.Repeat),
        $"{Unanswered}: the body of the answer is longer than 1024 KiB. Check baseUrl.");

    [Test]
    public Task Names_a_body_that_stops_coming() => Tells(
        CannedReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", Then.Hang),
        $"{Unanswered}: no complete answer within 2 s (tolerances.requestTimeoutSeconds). Check baseUrl.",
        TimeSpan.FromSeconds(2));

    [Test]
    public Task Names_a_server_that_never_answers() => Tells(
        CannedReply.Silence,
        $"{Unanswered}: no complete answer within 2 s (tolerances.requestTimeoutSeconds). Check baseUrl.",
        TimeSpan.FromSeconds(2));

    [Test]
    public Task Names_a_server_that_is_not_http() => Tells(
        CannedReply.Raw("SSH-2.0-OpenSSH_9.9\r\n"), $"{Unanswered}: {{0}} does not answer in HTTP. Check baseUrl.");

    [Test]
    public Task Names_a_body_in_broken_chunks() => Tells(
        CannedReply.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a length\r\n"),
        $"{Unanswered}: {{0}} does not answer in HTTP. Check baseUrl.");

    [Test]
    public Task Names_a_redirect_and_does_not_follow_it() => Tells(
        CannedReply.Whole(301, "", "Location: https://www.example.invalid/"),
        $"{Answered} 301, a redirect to https://www.example.invalid/{NoHomeserver}");

    [Test]
    public async Task Names_a_port_that_is_closed()
    {
        var authority = CannedServer.ClosedAuthority();

        var problem = await Preflight.Problem(DrivenTarget.Settings($"http://{authority}"));

        problem.Should().Be($"{Unanswered}: no connection to {authority}: Connection refused. Check baseUrl.");
    }

    [Test]
    public async Task Names_a_host_that_is_unknown()
    {
        var problem = await Preflight.Problem(DrivenTarget.Settings("http://no-such-host.invalid"));

        problem.Should().StartWith($"{Unanswered}: no connection to no-such-host.invalid: ").And.EndWith(". Check baseUrl.");
    }

    [Test]
    public async Task Names_a_server_that_speaks_no_tls()
    {
        using var server = new CannedServer(CannedReply.Raw("HTTP/1.1 400 Bad Request\r\n\r\n"));

        var problem = await Preflight.Problem(DrivenTarget.Settings($"https://{server.Authority}"));

        problem.Should().Be(
            $"{Unanswered}: no TLS connection to {server.Authority}: Cannot determine the frame size or a corrupted frame was received "
            + "(a private authority belongs in caFile). Check baseUrl.");
    }

    [Test]
    public async Task Names_a_server_that_ends_the_tls_handshake()
    {
        using var server = new CannedServer(CannedReply.Raw(""));

        var problem = await Preflight.Problem(DrivenTarget.Settings($"https://{server.Authority}"));

        problem.Should().Be($"{Unanswered}: {server.Authority} closed the connection before its answer was complete. Check baseUrl.");
    }

    [Test]
    public async Task Names_a_web_site_in_the_place_of_the_session_api()
    {
        using var server = new CannedServer(CannedReply.Html(200, "<html>Welcome</html>"));

        var problem = await Preflight.Problem(DrivenTarget.Settings(server.BaseUrl, KnownDialects.Koyeb));

        problem.Should().Be(
            "driven (driven.json): account alice cannot log in: POST /v1/account/login answered 200 with text/html that is not JSON. "
            + "Check accounts[0], baseUrl and pathPrefix.");
    }

    private static async Task Tells(CannedReply reply, string sentence, TimeSpan? timeout = null)
    {
        using var server = new CannedServer(reply);
        var settings = DrivenTarget.Settings(server.BaseUrl);
        var tolerances = settings.Tolerances with { RequestTimeout = timeout ?? settings.Tolerances.RequestTimeout };

        var problem = await Preflight.Problem(settings with { Tolerances = tolerances });

        problem.Should().Be(sentence.Replace("{0}", server.Authority, StringComparison.Ordinal));
        server.Requests.Should().OnlyContain(request => request.Deed == "GET /_matrix/client/versions");
    }
}
