using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>The certificate that the suite shows, and what can be wrong with its files.</summary>
public sealed class ClientCertificateTests
{
    private const string Word = "correct horse battery staple";

    [Test]
    public void Is_read_with_its_key()
    {
        using var files = new Files();

        var read = files.Load()!;

        (read.Password, read.Name).Should().Be((null, read.ToString()));
        read.Name.Should().MatchRegex(@"^CN=A client of one test \(sha256:[0-9a-f]{64}\)$");
        using var certificate = read.Load()[0];
        certificate.HasPrivateKey.Should().BeTrue();
    }

    [Test]
    public void Is_read_with_a_key_that_is_encrypted()
    {
        using var files = new Files(Word);

        var read = files.Load(target => target["clientCertificateKeyPassword"] = "${env:ALICE_PASSWORD}")!;

        read.Password.Should().Be(Word);
        $"{read}".Should().NotContain(Word);
    }

    [Test]
    public void Says_which_file_is_not_there()
    {
        using var files = new Files();

        files.Faults(target => target["clientCertificateFile"] = "gone.pem").Should().Equal(
            "clientCertificateFile: there is no file 'gone.pem'; give the path of a PEM file, relative to the target file");
        files.Faults(target => target["clientCertificateKeyFile"] = "gone.pem").Should().Equal(
            "clientCertificateKeyFile: there is no file 'gone.pem'; give the path of a PEM file, relative to the target file");
    }

    [Test]
    public void Says_what_belongs_together()
    {
        using var files = new Files();

        files.Faults(target => target.Remove("clientCertificateKeyFile")).Should().Equal(
            "clientCertificateKeyFile: is missing, and clientCertificateFile is given; "
            + "give the path of a PEM file, or remove clientCertificateFile");
        files.Faults(target => target.Remove("clientCertificateFile")).Should().Equal(
            "clientCertificateFile: is missing, and clientCertificateKeyFile is given; "
            + "give the path of a PEM file, or remove clientCertificateKeyFile");
    }

    [Test]
    public void Says_what_is_no_certificate_and_no_key()
    {
        using var files = new Files();

        files.Faults(target => target["clientCertificateFile"] = "client.key.pem").Should().Equal(
            "clientCertificateFile: the file 'client.key.pem' holds no readable certificate; "
            + "give a PEM file with a BEGIN CERTIFICATE block");
        files.Faults(target => target["clientCertificateKeyFile"] = "client.pem").Should().Equal(
            "clientCertificateKeyFile: the file 'client.pem' holds no private key; give a PEM file with a BEGIN PRIVATE KEY block");
    }

    [Test]
    public void Says_that_a_key_does_not_fit()
    {
        using var files = new Files();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);

        foreach (var pem in new[] { other.ExportPkcs8PrivateKeyPem(), rsa.ExportPkcs8PrivateKeyPem() })
        {
            files.Write("other.key.pem", pem);
            files.Faults(target => target["clientCertificateKeyFile"] = "other.key.pem").Should().Equal(
                "clientCertificateKeyFile: the key in 'other.key.pem' does not fit the certificate in 'client.pem'; "
                + "give the private key of that certificate");
        }
    }

    [Test]
    public void Says_what_is_wrong_with_a_password_without_showing_it()
    {
        using var files = new Files(Word);
        using var open = new Files();

        files.Faults().Should().Equal(
            "clientCertificateKeyPassword: is missing, and the key in 'client.key.pem' is encrypted; "
            + "give ${env:NAME}, or a key that is not encrypted");
        files.Faults(target => target["clientCertificateKeyPassword"] = "${env:STAGING_KEY}").Should().Equal(
            "clientCertificateKeyPassword: does not open the key in 'client.key.pem'; set the variable to the password of the key");
        files.Faults(target => target["clientCertificateKeyPassword"] = "${env:NOTHING}").Should().Equal(
            "clientCertificateKeyPassword: the environment variable NOTHING is empty; set it, or name another one as ${env:NAME}");
        files.Faults(target => target["clientCertificateKeyPassword"] = Word).Should().Equal(
            "clientCertificateKeyPassword: is a literal value (not shown); "
            + "give ${env:NAME}, the name of an environment variable: no password stands in the file");
        open.Faults(target => target["clientCertificateKeyPassword"] = "${env:ALICE_PASSWORD}").Should().Equal(
            "clientCertificateKeyPassword: is given, and the key in 'client.key.pem' is not encrypted; remove it");
    }

    [Test]
    public void Is_of_no_use_at_a_plain_URL()
    {
        using var files = new Files();

        files.Faults(target => target["baseUrl"] = "http://staging.example.org").Should().Equal(
            "clientCertificateFile: is shown to no server at an http URL; give https URLs, or remove it");
    }

    /// <summary>A target file with the files of a certificate and its key beside it.</summary>
    private sealed class Files : IDisposable
    {
        private readonly TargetFolder folder = new();

        public Files(string? password = null)
        {
            using var authority = new TestAuthority();
            var (certificate, key) = authority.Client(password);
            Write("client.pem", File.ReadAllText(certificate));
            Write("client.key.pem", File.ReadAllText(key));
        }

        public void Write(string name, string text) => folder.Write(folder.Caller, name, text);

        public Conformance.Fixtures.Targets.ClientCertificateSettings? Load(Action<JsonObject>? change = null)
        {
            Write("a.json", Changed(change));
            return folder.Load("a.json").Targets.Single().ClientCertificate;
        }

        public IEnumerable<string> Faults(Action<JsonObject>? change = null)
        {
            Write("a.json", Changed(change));
            return folder.Faults("a.json").Select(fault => fault["a.json: ".Length..]);
        }

        public void Dispose() => folder.Dispose();

        private static string Changed(Action<JsonObject>? change) => SoundTarget.Matrix(target =>
        {
            target["clientCertificateFile"] = "client.pem";
            target["clientCertificateKeyFile"] = "client.key.pem";
            change?.Invoke(target);
        });
    }
}
