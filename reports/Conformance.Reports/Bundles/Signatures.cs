using System.Security.Cryptography;
using System.Text;
using Conformance.Reports.Text;

namespace Conformance.Reports.Bundles;

/// <summary>The public key that a verifier trusts.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">How messages name it.</param>
public sealed record TrustedKey(ECDsa Key, string Name);

/// <summary>What was found out about the signature of a bundle.</summary>
public enum SignatureState
{
    /// <summary>It is of the key that was asked for.</summary>
    Valid,

    /// <summary>There is one, and no key was given to check it with.</summary>
    NotChecked,

    /// <summary>There is none.</summary>
    Unsigned,

    /// <summary>There is one, and none of the key that was asked for.</summary>
    Wrong,
}

/// <summary>Who signed a bundle.</summary>
internal static class Signatures
{
    /// <summary>The envelope of a bundle; null if there is none.</summary>
    public static Envelope? Read(IReadOnlyList<BundleFile> files) =>
        files.FirstOrDefault(file => file.Path == BundleContents.Attestation) is { } file
            ? Envelope.Find(Encoding.UTF8.GetString(file.Content.Span))
            : null;

    /// <summary>What was checked, and what does not hold of it.</summary>
    public static (SignatureState State, string Told, IReadOnlyList<BundleProblem> Problems) Check(
        Envelope? envelope, TrustedKey? signer) =>
        (envelope, signer) switch
        {
            (null, _) => (SignatureState.Unsigned, "UNSIGNED: there is no envelope that could be signed", []),
            ({ Signatures.Count: 0 }, null) => (SignatureState.Unsigned, "UNSIGNED: anybody can have made this bundle", []),
            ({ Signatures.Count: 0 }, _) =>
                (SignatureState.Unsigned, "UNSIGNED", [Problem($"is not signed, so not by {signer.Name} either")]),
            (_, null) => (
                SignatureState.NotChecked,
                $"NOT CHECKED: it is signed, but no key was given to check that with; it names {KeyIds(envelope)}",
                []),
            _ when envelope.IsSignedBy(signer.Key) =>
                (SignatureState.Valid, $"signed with {signer.Name}, key id {SigningKeys.IdOf(signer.Key)}", []),
            _ => (
                SignatureState.Wrong,
                "WRONG",
                [Problem($"bears no valid signature of {signer.Name}, key id {SigningKeys.IdOf(signer.Key)}; "
                    + $"it names {KeyIds(envelope)}")]),
        };

    private static BundleProblem Problem(string problem) => new(BundleContents.Attestation, problem);

    private static string KeyIds(Envelope envelope) =>
        OneLine.Of($"key id {string.Join(", ", envelope.Signatures.Select(signature => signature.KeyId ?? "none"))}");
}
