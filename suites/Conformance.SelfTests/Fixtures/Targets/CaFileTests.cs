using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>The file with extra trusted roots.</summary>
public sealed class CaFileTests
{
    [Test]
    public void Finds_it_beside_the_target_file()
    {
        using var folder = new TargetFolder();
        var path = folder.Write(folder.Repository, "targets/root.pem", Certificate());
        folder.Write(folder.Repository, "targets/a.json", With("root.pem"));

        folder.Load("targets/a.json").Targets.Should().ContainSingle()
            .Which.CaFile.Should().Be(path);
    }

    [Test]
    public void Refuses_a_file_that_is_not_there()
    {
        using var folder = new TargetFolder();
        folder.Write(folder.Caller, "a.json", With("root.pem"));

        folder.Faults("a.json").Should().Equal(
            "a.json: caFile: there is no file 'root.pem'; give the path of a PEM file, relative to the target file");
    }

    [TestCase("no certificate")]
    [TestCase("-----BEGIN CERTIFICATE-----\naHVudGVyMg==\n-----END CERTIFICATE-----\n")]
    public void Refuses_a_file_without_certificates(string text)
    {
        using var folder = new TargetFolder();
        folder.Write(folder.Caller, "root.pem", text);
        folder.Write(folder.Caller, "a.json", With("root.pem"));

        folder.Faults("a.json").Should().Equal(
            "a.json: caFile: the file 'root.pem' holds no readable certificate; give a PEM file with BEGIN CERTIFICATE blocks");
    }

    private static string With(string caFile) => SoundTarget.Matrix(target => target["caFile"] = caFile);

    private static string Certificate()
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=Root of one test", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
        return certificate.ExportCertificatePem();
    }
}
