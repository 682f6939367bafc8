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
    private const string Problem = "speaks HTTP/2 only";

    private const string Fix = "let it speak HTTP/1.1 as well";

    [Test]
    public async Task Names_a_server_of_HTTP_2_alone([Values] bool hasTls)
    {
        (await Examine(HttpProtocols.Http2, hasTls)).ShouldBeObstructed("server", Problem, Fix);
    }

    [TestCase(HttpProtocols.Http1, "HTTP: HTTP/1.1, which the suite speaks")]
    [TestCase(HttpProtocols.Http1AndHttp2, "HTTP: HTTP/1.1, which the suite speaks, and HTTP/2")]
    public async Task Tells_what_a_server_speaks(HttpProtocols protocols, string seen)
    {
        var examined = await Examine(protocols, hasTls: true);

        examined.ShouldBeWell();
        examined.Seen.Should().Contain(seen);
    }

    private static async Task<Examined> Examine(HttpProtocols protocols, bool hasTls)
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue();
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await TlsGateway.Before(server, hasTls ? certificate : null, protocols);
        using var patient = Patient.Of(server, gateway.BaseUrl, target => target["caFile"] = "root.pem");
        patient.Save("root.pem", authority.Pem);
        return await patient.Examine();
    }
}
