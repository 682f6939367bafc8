using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Targets;
using Conformance.Record.Targets;
using FluentAssertions;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>Whom the suite trusts, and as whom it comes, at servers that listen for TLS.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class TlsTests
{
    private const string Password = "a long word for one key";

    [Test]
    public async Task Trusts_the_roots_of_the_file()
    {
        using var authority = new TestAuthority();
        await using var server = await ListeningServer.Start(HttpProtocols.Http1, authority.Server());

        (await Status(DrivenTarget.Settings(server.BaseUrl) with { CaFile = authority.RootFile })).Should().Be(401);
    }

    [Test]
    public async Task Trusts_no_root_that_nobody_named()
    {
        using var authority = new TestAuthority();
        using var other = new TestAuthority();
        await using var server = await ListeningServer.Start(HttpProtocols.Http1, authority.Server());
        var settings = DrivenTarget.Settings(server.BaseUrl);

        foreach (var caFile in new[] { null, other.RootFile })
        {
            (await FluentActions.Awaiting(() => Status(settings with { CaFile = caFile })).Should().ThrowAsync<ControlFailedException>())
                .Which.Message.Should().Contain("no TLS connection to 127.0.0.1:").And.Contain("(a private authority belongs in caFile)");
        }

        server.Came.Should().BeEmpty();
    }

    [TestCase(null)]
    [TestCase(Password)]
    public async Task Shows_its_certificate(string? password)
    {
        using var authority = new TestAuthority();
        await using var server = await ListeningServer.Start(HttpProtocols.Http1, authority.Server(), asksForClient: true);
        using var target = new DrivenTarget(SettingsOf(server, authority, password));
        var scenario = target.Enter();

        await new MatrixClient(target.Run).WhoAmI(token: null);
        await new MatrixClient(target.Run).WhoAmI(token: null, freshConnection: true);

        server.Came.Should().HaveCount(2).And.OnlyContain(request => request.Client == "CN=A client of one test");
        (await scenario.Finish(ended: null)).Exchanges.Should().HaveCount(2);
        KnownDialects.Matrix.Describe(target.Run).Deviations
            .Should().Contain(new Deviation("clientCertificateFile", "CN=A client of one test", "none"), "readers of reports see it");
        target.Run.Vault.Leaks(Password).Should().HaveCount(password is null ? 0 : 1, "the password of the key is a secret of the run");
    }

    [Test]
    public async Task Is_not_let_in_without_one()
    {
        using var authority = new TestAuthority();
        await using var server = await ListeningServer.Start(HttpProtocols.Http1, authority.Server(), asksForClient: true);
        var settings = DrivenTarget.Settings(server.BaseUrl) with { CaFile = authority.RootFile };

        await FluentActions.Awaiting(() => Status(settings)).Should().ThrowAsync<ControlFailedException>();

        server.Came.Should().BeEmpty();
    }

    private static TargetSettings SettingsOf(ListeningServer server, TestAuthority authority, string? password)
    {
        var (certificate, key) = authority.Client(password);
        return DrivenTarget.Settings(server.BaseUrl) with
        {
            CaFile = authority.RootFile,
            ClientCertificate = new(certificate, key, password) { Name = "CN=A client of one test" },
        };
    }

    private static async Task<int> Status(TargetSettings settings)
    {
        using var target = new DrivenTarget(settings);
        target.Enter();
        return (await new MatrixClient(target.Run).WhoAmI(token: null)).Status;
    }
}
