using System.Net;
using System.Net.Sockets;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Targets;
using Conformance.Record.Exchanges;
using Conformance.Schemas.Endpoints;
using FluentAssertions;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>The version of HTTP that the target file asks for is spoken, and no other.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HttpVersionTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Speaks_HTTP_2_and_records_it(bool isTls)
    {
        using var authority = new TestAuthority();
        await using var server = await ListeningServer.Start(
            isTls ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http2, isTls ? authority.Server() : null);

        var exchange = await Ask(Second(server) with { CaFile = authority.RootFile });

        server.Came.Should().ContainSingle().Which.Protocol.Should().Be("HTTP/2");
        (exchange.Response!.Status, exchange.Response.HttpVersion).Should().Be((401, "2"));
    }

    [Test]
    public async Task Speaks_HTTP_1_1_where_the_file_is_silent()
    {
        using var authority = new TestAuthority();
        await using var server = await ListeningServer.Start(HttpProtocols.Http1AndHttp2, authority.Server());

        var exchange = await Ask(DrivenTarget.Settings(server.BaseUrl) with { CaFile = authority.RootFile });

        server.Came.Should().ContainSingle().Which.Protocol.Should().Be("HTTP/1.1");
        exchange.Response!.HttpVersion.Should().BeNull();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Falls_back_to_no_other_version(bool isTls)
    {
        using var authority = new TestAuthority();
        await using var server = await ListeningServer.Start(HttpProtocols.Http1, isTls ? authority.Server() : null);
        var settings = Second(server) with { CaFile = authority.RootFile };

        (await FluentActions.Awaiting(() => Ask(settings)).Should().ThrowAsync<ControlFailedException>())
            .Which.Message.Should().Contain($"{new Uri(server.BaseUrl).Authority} does not speak HTTP/2 (httpVersion of the target file)");

        server.Came.Should().BeEmpty();
    }

    [Test]
    public async Task Leaves_out_what_only_HTTP_1_1_can_say()
    {
        await using var server = await ListeningServer.Start(HttpProtocols.Http2);
        using var target = new DrivenTarget(Second(server));
        target.Enter();
        var raw = new Call(MatrixEndpoints.WhoAmI) { Path = "/whoami", RawHeaders = ["Authorization: Bearer"] };

        (await target.Run.Http.Awaiting(http => http.Send(raw)).Should().ThrowAsync<NotApplicableException>())
            .WithMessage("It sends what only HTTP/1.1 can say, and the target file asks for HTTP/2 (httpVersion).");
    }

    [Test]
    public async Task Names_an_older_version_that_came()
    {
        using var server = new CannedServer(CannedReply.Raw("HTTP/1.0 401 No\r\nContent-Length: 2\r\n\r\n{}"));

        (await Ask(DrivenTarget.Settings(server.BaseUrl))).Response!.HttpVersion.Should().Be("1.0");
    }

    [TestCase("http://[::1]", false)]
    [TestCase("https://[::1]", true)]
    public async Task Speaks_at_addresses_of_IPv6(string address, bool isTls)
    {
        if (!Socket.OSSupportsIPv6)
            Assert.Ignore("This machine has no IPv6.");

        using var authority = new TestAuthority();
        await using var server = await ListeningServer.Start(
            HttpProtocols.Http1, isTls ? authority.Server() : null, address: IPAddress.IPv6Loopback);
        server.BaseUrl.Should().StartWith(address);

        var exchange = await Ask(DrivenTarget.Settings(server.BaseUrl) with { CaFile = authority.RootFile });

        exchange.Response!.Status.Should().Be(401);
        exchange.Request.Url.Should().StartWith($"{server.BaseUrl}/");
    }

    private static TargetSettings Second(ListeningServer server) =>
        DrivenTarget.Settings(server.BaseUrl) with { HttpVersion = HttpVersion.Version20 };

    private static async Task<Exchange> Ask(TargetSettings settings)
    {
        using var target = new DrivenTarget(settings);
        var scenario = target.Enter();
        await new MatrixClient(target.Run).WhoAmI(token: null);
        return (await scenario.Finish(ended: null)).Exchanges.Single();
    }
}
