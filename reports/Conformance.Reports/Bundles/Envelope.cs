using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Record.Journal;

namespace Conformance.Reports.Bundles;

/// <summary>One signature of an envelope.</summary>
/// <param name="Sig">Base64 of the signature.</param>
/// <param name="KeyId">A hint whose it is; nobody vouches for it. Ours is the SHA-256 of the public key's SubjectPublicKeyInfo.</param>
public sealed record EnvelopeSignature(string Sig, string? KeyId = null);

/// <summary>
/// A statement in an envelope of the Dead Simple Signing Envelope protocol (DSSE v1). Signatures are ECDSA with P-256 and
/// SHA-256, in the ASN.1 DER form that sigstore, go-securesystemslib and OpenSSL use (not the plain r and s of IEEE P1363).
/// </summary>
public sealed record Envelope(string PayloadType, string Payload, IReadOnlyList<EnvelopeSignature> Signatures)
{
    /// <summary>What the payload is.</summary>
    public const string InToto = "application/vnd.in-toto+json";

    private const DSASignatureFormat Der = DSASignatureFormat.Rfc3279DerSequence;

    private static readonly JsonSerializerOptions Form = new(JournalFormat.Document)
    {
        PropertyNamingPolicy = EnvelopeNaming.Instance,
        // Readers leave what they do not know out of account, as the protocol asks.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>Puts a payload into an envelope.</summary>
    /// <param name="payload">The statement.</param>
    /// <param name="key">Signs it; null leaves it unsigned.</param>
    public static Envelope Seal(byte[] payload, ECDsa? key) =>
        new(InToto, Convert.ToBase64String(payload), key is null ? [] : [Sign(payload, key)]);

    /// <summary>Reads an envelope; null if the text is none.</summary>
    public static Envelope? Find(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Envelope>(text, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of the file.</summary>
    public string Write() => JsonSerializer.Serialize(this, Form) + "\n";

    /// <summary>The bytes of the payload; null if they are no base64.</summary>
    public byte[]? Content() => FromBase64(Payload);

    /// <summary>Whether any signature was made with the private half of a key, whatever its key id says.</summary>
    public bool IsSignedBy(ECDsa publicKey) => Content() is { } content && Signatures.Any(signature =>
        FromBase64(signature.Sig) is { } sig
        && publicKey.VerifyData(PreAuthenticationEncoding(PayloadType, content), sig, HashAlgorithmName.SHA256, Der));

    /// <summary>What is signed: type and content, with their lengths, so that neither can be taken for the other.</summary>
    public static byte[] PreAuthenticationEncoding(string type, byte[] content) =>
    [
        .. Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {content.Length} ")),
        .. content,
    ];

    private static EnvelopeSignature Sign(byte[] payload, ECDsa key) => new(
        Convert.ToBase64String(key.SignData(PreAuthenticationEncoding(InToto, payload), HashAlgorithmName.SHA256, Der)),
        SigningKeys.IdOf(key));

    // The protocol makes readers accept both alphabets.
    private static byte[]? FromBase64(string text)
    {
        var standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        var bytes = new byte[standard.Length];
        return Convert.TryFromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='), bytes, out var length)
            ? bytes[..length]
            : null;
    }

    private sealed class EnvelopeNaming : JsonNamingPolicy
    {
        public static readonly EnvelopeNaming Instance = new();

        public override string ConvertName(string name) => name == nameof(EnvelopeSignature.KeyId) ? "keyid" : CamelCase.ConvertName(name);
    }
}
