using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>The certificate that a server showed of itself, and what is wrong with it.</summary>
/// <param name="Names">Hosts that it is for.</param>
/// <param name="Issuer">Who vouches for it.</param>
/// <param name="From">When it begins to hold.</param>
/// <param name="Until">When it ends.</param>
/// <param name="IsTrusted">Whether the chain ends at an authority that is trusted.</param>
/// <param name="IsForHost">Whether it is for the host that was asked.</param>
/// <param name="Protocol">The version of TLS.</param>
internal sealed record PresentedCertificate(
    IReadOnlyList<string> Names,
    string Issuer,
    DateTimeOffset From,
    DateTimeOffset Until,
    bool IsTrusted,
    bool IsForHost,
    SslProtocols Protocol)
{
    // What says that a certificate is out of date says nothing of who vouches for it.
    private const X509ChainStatusFlags OfTime = X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.NotTimeNested;

    /// <summary>What the handshake tells; null if the server showed none.</summary>
    public static PresentedCertificate? Of(object connection, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
            return null;

        using var own = new X509Certificate2(certificate);
        return new(
            NamesOf(own),
            own.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
            own.NotBefore.ToUniversalTime(),
            own.NotAfter.ToUniversalTime(),
            (errors & SslPolicyErrors.RemoteCertificateChainErrors) == 0
                || chain?.ChainStatus.All(status => (status.Status & ~OfTime) == 0) is true,
            (errors & SslPolicyErrors.RemoteCertificateNameMismatch) == 0,
            (connection as SslStream)?.SslProtocol ?? SslProtocols.None);
    }

    private static IReadOnlyList<string> NamesOf(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault() is { } names
            ? [.. names.EnumerateDnsNames(), .. names.EnumerateIPAddresses().Select(address => $"{address}")]
            : [certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)];
}
