using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.Fixtures;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Connecting;

/// <summary>The base URL names one scheme, and the server speaks the other.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SchemeCheckTests
{
    [Test]
    public async Task Names_a_server_of_plain_HTTP_behind_https()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var patient = Patient.Of(server, $"https://127.0.0.1:{server.BaseUrl.Port}");

        (await patient.Examine()).ShouldBeObstructed("baseUrl", "speaks plain HTTP, and no TLS", "write http:// in place of https://");
    }

    [Test]
    public async Task Names_a_server_of_TLS_behind_http()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue();
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await TlsGateway.Before(server, certificate);
        using var patient = Patient.Of(server, gateway.BaseUrl.Replace("https:", "http:", StringComparison.Ordinal));

        (await patient.Examine()).ShouldBeObstructed("baseUrl", "speaks TLS, and no plain HTTP", "write https:// in place of http://");
    }

    [Test]
    public async Task Leaves_a_bad_request_of_a_plain_server_to_others()
    {
        using var server = new CannedServer(CannedReply.Json(400, "{}"));
        using var patient = Patient.At(server.BaseUrl);

        (await patient.Examine()).ShouldBeObstructed("baseUrl", "there is no homeserver", "give the URL that");
    }
}
