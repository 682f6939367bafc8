using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.SelfTests.Tool.Doctoring.Connecting;

/// <summary>A certificate authority that only one test trusts.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 root;

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Authority of one test", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root = request.CreateSelfSigned(Now.AddYears(-3), Now.AddYears(3));
    }

    /// <summary>Its root certificate.</summary>
    public string Pem => root.ExportCertificatePem();

    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>A certificate for a server.</summary>
    /// <param name="host">A name, or an address; null for 127.0.0.1.</param>
    /// <param name="from">When it begins to hold; null for a year ago.</param>
    /// <param name="until">When it ends; null for in a year.</param>
    public X509Certificate2 Issue(string? host = null, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Server of one test", own, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (host is null)
            names.AddIpAddress(IPAddress.Loopback);
        else
            names.AddDnsName(host);

        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(root, from ?? Now.AddYears(-1), until ?? Now.AddYears(1), RandomNumberGenerator.GetBytes(8));
        return certificate.CopyWithPrivateKey(own);
    }

    public void Dispose()
    {
        root.Dispose();
        key.Dispose();
    }
}
