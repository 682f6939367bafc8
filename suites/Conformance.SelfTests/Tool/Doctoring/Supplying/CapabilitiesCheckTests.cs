using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Supplying;

/// <summary>Target files that declare otherwise than the server shows.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CapabilitiesCheckTests
{
    private static readonly MatrixServerOptions Options = new();

    [Test]
    public async Task Names_what_is_declared_and_lacking() => (await Examine(Options with { ServesDeviceKeys = false }, "deviceKeys", true))
        .ShouldFind("capabilities.deviceKeys", "is true, but the server lacks it (POST /keys/query", "set it to false");

    [Test]
    public async Task Names_what_is_denied_and_there() => (await Examine(Options, "sync", false))
        .ShouldFind("capabilities.sync", "is false, but the server has it (GET /sync", "remove it");

    [Test]
    public async Task Learns_of_refresh_tokens_at_the_logins() =>
        (await Examine(Options with { IssuesRefreshTokens = false }, "refreshTokens", true))
            .ShouldFind("capabilities.refreshTokens", "POST /login, asked for a refresh token, issued none", "set it to false");

    [Test]
    public async Task Tells_what_a_server_has()
    {
        await using var server = await ReferenceServer.Start(Options);
        using var patient = Patient.Of(server);

        (await patient.Examine()).Seen.Should().Contain(
            "capabilities: the server has crossSigning, deviceDetails, deviceKeys, deviceList, loginTokens, oneTimeKeys, pushers, "
            + "refreshTokens, rooms, serverCapabilities, sync, toDevice; it lacks oauth");
    }

    private static async Task<Examined> Examine(MatrixServerOptions options, string capability, bool isDeclared)
    {
        await using var server = await ReferenceServer.Start(options);
        using var patient = Patient.Of(server, change: target => target["capabilities"]![capability] = isDeclared);
        return await patient.Examine();
    }
}
