using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.SelfTests.Fixtures;

/// <summary>A certificate authority of one test, and the files in which a target file names what it has issued.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("conformance-");
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 root;

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Root of one test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        root = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    /// <summary>The file with its own certificate.</summary>
    public string RootFile => Write("root.pem", root.ExportCertificatePem());

    /// <summary>The certificate of a server on this machine, with its key.</summary>
    public X509Certificate2 Server() => Issue("CN=A server of one test");

    /// <summary>The files with the certificate of a client and its key.</summary>
    /// <param name="password">Encrypts the key; null for a key that is not encrypted.</param>
    public (string Certificate, string Key) Client(string? password = null)
    {
        using var client = Issue("CN=A client of one test");
        using var ecdsa = client.GetECDsaPrivateKey()!;
        var pem = password is null
            ? ecdsa.ExportPkcs8PrivateKeyPem()
            : ecdsa.ExportEncryptedPkcs8PrivateKeyPem(password, new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        return (Write("client.pem", client.ExportCertificatePem()), Write("client.key.pem", pem));
    }

    public void Dispose()
    {
        root.Dispose();
        key.Dispose();
        folder.Delete(recursive: true);
    }

    private X509Certificate2 Issue(string subject)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, own, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(root, root.NotBefore, root.NotAfter, RandomNumberGenerator.GetBytes(8));
        using var withKey = issued.CopyWithPrivateKey(own);
        return X509CertificateLoader.LoadPkcs12(
            withKey.Export(X509ContentType.Pkcs12), password: null, X509KeyStorageFlags.Exportable);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
