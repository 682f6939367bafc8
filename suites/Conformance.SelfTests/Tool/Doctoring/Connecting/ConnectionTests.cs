using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Connecting;

/// <summary>Hosts, ports and proxies that are not there.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ConnectionTests
{
    [Test]
    public async Task Names_a_host_that_is_unknown()
    {
        using var patient = Patient.At("http://no-such-host.invalid");

        (await patient.Examine()).ShouldBeObstructed(
            "baseUrl", "the host no-such-host.invalid is not known to this machine", "correct the host");
    }

    [Test]
    public async Task Tells_what_a_name_stands_for()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var patient = Patient.Of(server, $"http://localhost:{server.BaseUrl.Port}");

        var examined = await patient.Examine();

        examined.ShouldBeWell();
        examined.Seen.Should().Contain(seen => seen.StartsWith("DNS: localhost is ", StringComparison.Ordinal));
    }

    [Test]
    public async Task Names_a_port_where_nobody_listens()
    {
        var authority = CannedServer.ClosedAuthority();
        using var patient = Patient.At($"http://{authority}");

        (await patient.Examine()).ShouldBeObstructed(
            "baseUrl", $"no connection to {authority}: Connection refused", "give the host and port that it listens on");
    }

    [Test]
    public async Task Names_a_proxy_that_is_not_there()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        var authority = CannedServer.ClosedAuthority();
        using var patient = Patient.Of(server, change: target => target["proxy"] = $"http://{authority}");

        (await patient.Examine()).ShouldBeObstructed(
            "proxy", $"no connection to {authority}: Connection refused", "start the proxy, name one that runs, or remove the key");
    }
}
