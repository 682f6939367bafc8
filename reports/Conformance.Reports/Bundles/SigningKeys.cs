using System.Security.Cryptography;

namespace Conformance.Reports.Bundles;

/// <summary>Keys of bundles: ECDSA on the curve P-256, in PEM. No message shows any part of a key.</summary>
public static class SigningKeys
{
    private const string Curve = "1.2.840.10045.3.1.7";
    private const string HowToMake = "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256";

    /// <summary>Reads the private key that signs a bundle.</summary>
    /// <param name="pem">The text.</param>
    /// <param name="name">Where it comes from, for messages.</param>
    /// <exception cref="KeyProblemException">It is no such key.</exception>
    public static ECDsa ReadPrivate(string pem, string name)
    {
        var labels = LabelsOf(pem);
        if (pem.Contains("ENCRYPTED", StringComparison.Ordinal))
            throw new KeyProblemException($"{name} is an encrypted key: decrypt it first, with openssl pkey.");
        if (!labels.Exists(label => label.EndsWith("PRIVATE KEY", StringComparison.Ordinal)))
        {
            throw new KeyProblemException(labels.Contains("PUBLIC KEY")
                ? $"{name} is a public key, which cannot sign: name the private one."
                : $"{name} has no private key in PEM: make one with {HowToMake}.");
        }
        return Import(pem, name);
    }

    /// <summary>Reads the public key that a bundle is verified with.</summary>
    /// <param name="pem">The text.</param>
    /// <param name="name">Where it comes from, for messages.</param>
    /// <exception cref="KeyProblemException">It is no such key.</exception>
    public static ECDsa ReadPublic(string pem, string name)
    {
        var labels = LabelsOf(pem);
        if (labels.Exists(label => label.EndsWith("PRIVATE KEY", StringComparison.Ordinal))
            || pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            throw new KeyProblemException(
                $"{name} is a private key, which nobody needs to verify: name the public one, which openssl pkey -pubout makes of it.");
        }
        return labels.Contains("PUBLIC KEY")
            ? Import(pem, name)
            : throw new KeyProblemException($"{name} has no public key in PEM: name what openssl pkey -pubout makes of the signing key.");
    }

    /// <summary>The key id that bundles tell: SHA-256 of the public key's SubjectPublicKeyInfo, 64 hexadecimal digits.</summary>
    public static string IdOf(ECDsa key) => Digest.Of(key.ExportSubjectPublicKeyInfo());

    private static ECDsa Import(string pem, string name)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid is { } oid && oid.Value == Curve)
                return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new KeyProblemException($"{name} is no ECDSA key: make one with {HowToMake}.");
        }

        key.Dispose();
        throw new KeyProblemException($"{name} is on another curve than P-256: make a key with {HowToMake}.");
    }

    private static List<string> LabelsOf(string pem)
    {
        var labels = new List<string>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            labels.Add(rest[fields.Label].ToString());
            rest = rest[fields.Location.End..];
        }

        return labels;
    }
}

/// <summary>A key cannot be used; the message says which, and what to use instead.</summary>
public sealed class KeyProblemException(string message) : Exception(message);
