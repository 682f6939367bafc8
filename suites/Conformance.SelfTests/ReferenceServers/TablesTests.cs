using Conformance.Fixtures.Dialects;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.ReferenceServers;

/// <summary>The tables of reference servers show what whoever opens sessions leaves behind.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class TablesTests
{
    [Test]
    public async Task Of_a_homeserver_show_devices_tokens_and_keys()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server));
        target.Enter();
        var before = server.Tables;

        var phone = await (await target.Matrix.Accounts.Lease()).LogIn(wantsRefreshToken: true);
        await phone.UploadKeys(oneTimeKeys: 2);

        server.Tables.Should().Equal(new Dictionary<string, int>
        {
            ["devices"] = 1,
            ["access tokens"] = 1,
            ["refresh tokens"] = 1,
            ["device keys"] = 1,
            ["one-time keys"] = 2,
            ["fallback keys"] = 1,
            ["pushers"] = 0,
            ["active accounts"] = before["active accounts"],
            ["locked accounts"] = 0,
            ["changed passwords"] = 0,
            ["members of rooms"] = 0,
        });
        await phone.LogOut();
        server.Tables.Should().Equal(before);
        server.Served("POST", "/login").Should().Be(1);
        server.Served("POST", "/logout/all").Should().Be(0);
    }

    [Test]
    public async Task Of_a_Koyeb_server_show_sessions()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server, KnownDialects.Koyeb));
        target.Enter();

        await (await target.Koyeb.Accounts.Lease()).LogIn();

        server.Tables.Should().Equal(new Dictionary<string, int> { ["sessions"] = 1 });
    }
}
