using System.Security.Cryptography.X509Certificates;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Connecting;

/// <summary>Certificates that no run would trust, each for one reason.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CertificateCheckTests
{
    [Test]
    public async Task Is_content_with_one_that_holds()
    {
        var examined = await Examine(authority => authority.Issue());

        examined.ShouldBeWell();
        examined.Seen.Should().Contain(seen => seen.StartsWith("TLS: Tls1", StringComparison.Ordinal)
            && seen.Contains("certificate for 127.0.0.1 from Authority of one test until", StringComparison.Ordinal));
    }

    [Test]
    public async Task Names_one_that_nobody_vouches_for()
    {
        (await Examine(authority => authority.Issue(), isTrusted: false)).ShouldBeObstructed(
            "caFile", "from Authority of one test, which this machine does not trust", "name a PEM file with the root certificate");
    }

    [Test]
    public async Task Names_one_of_another_authority_than_that_of_the_file()
    {
        using var other = new TestAuthority();

        (await Examine(authority => authority.Issue(), rootOf: other)).ShouldBeObstructed(
            "caFile", "which neither this machine nor caFile trusts", "put the root certificate of its authority into the file");
    }

    [Test]
    public async Task Names_one_that_has_ended() => (await Examine(authority => authority.Issue(until: TestAuthority.Now.AddDays(-2))))
        .ShouldBeObstructed("server", $"the certificate ended on {TestAuthority.Now.AddDays(-2):yyyy-MM-dd}", "renew it");

    [Test]
    public async Task Names_one_that_does_not_hold_yet() =>
        (await Examine(authority => authority.Issue(from: TestAuthority.Now.AddDays(2))))
            .ShouldBeObstructed("server", "is not valid before", "clock");

    [Test]
    public async Task Notes_one_that_ends_soon() => (await Examine(authority => authority.Issue(until: TestAuthority.Now.AddDays(7))))
        .ShouldNote("server", "the certificate ends on", "renew it before then");

    [Test]
    public async Task Names_one_for_another_host() => (await Examine(authority => authority.Issue("matrix.example.org")))
        .ShouldBeObstructed(
            "baseUrl", "the certificate is for matrix.example.org, not for 127.0.0.1", "give a host that the certificate is for");

    private static async Task<Examined> Examine(
        Func<TestAuthority, X509Certificate2> issue, bool isTrusted = true, TestAuthority? rootOf = null)
    {
        using var authority = new TestAuthority();
        using var certificate = issue(authority);
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await TlsGateway.Before(server, certificate);
        using var patient = Patient.Of(server, gateway.BaseUrl, target =>
        {
            if (isTrusted)
                target["caFile"] = "root.pem";
        });
        patient.Save("root.pem", (rootOf ?? authority).Pem);
        return await patient.Examine();
    }
}
