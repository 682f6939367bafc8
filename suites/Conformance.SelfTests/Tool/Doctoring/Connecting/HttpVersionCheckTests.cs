using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Connecting;

/// <summary>Which versions of HTTP a server speaks.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HttpVersionCheckTests
{
    [Test]
    public async Task Names_a_server_of_HTTP_2_alone([Values] bool hasTls)
    {
        (await Examine(HttpProtocols.Http2, hasTls)).ShouldBeObstructed("httpVersion", "speaks HTTP/2 only", "set httpVersion to \"2\"");
    }

    [Test]
    public async Task Names_a_server_without_HTTP_2_where_that_is_asked_for()
    {
        var examined = await Examine(HttpProtocols.Http1, hasTls: true, version: "2");

        examined.ShouldBeObstructed("httpVersion", "HTTP/1.1 only", "remove httpVersion");
    }

    [Test]
    public async Task Asks_in_HTTP_2_where_the_target_file_says_so()
    {
        (await Examine(HttpProtocols.Http2, hasTls: true, version: "2")).ShouldBeWell();
    }

    [TestCase(HttpProtocols.Http1, "HTTP: HTTP/1.1, in which it is asked")]
    [TestCase(HttpProtocols.Http1AndHttp2, "HTTP: HTTP/1.1, in which it is asked, and HTTP/2")]
    public async Task Tells_what_a_server_speaks(HttpProtocols protocols, string seen)
    {
        var examined = await Examine(protocols, hasTls: true);

        examined.ShouldBeWell();
        examined.Seen.Should().Contain(seen);
    }

    private static async Task<Examined> Examine(HttpProtocols protocols, bool hasTls, string? version = null)
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue();
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await TlsGateway.Before(server, hasTls ? certificate : null, protocols);
        using var patient = Patient.Of(server, gateway.BaseUrl, target =>
        {
            target["caFile"] = "root.pem";
            if (version is not null)
                target["httpVersion"] = version;
        });
        patient.Save("root.pem", authority.Pem);
        return await patient.Examine();
    }
}
