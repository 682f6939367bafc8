using Conformance.Reports.Bundles;
using Conformance.Reports.Text;

namespace Conformance.Reports.Register.Entries;

/// <summary>What stands behind a run of a register.</summary>
public enum ProofState
{
    /// <summary>A record that came without a bundle.</summary>
    RecordAlone,

    /// <summary>A bundle that does not hold.</summary>
    NotVerified,

    /// <summary>A bundle that holds, and bears no signature.</summary>
    Unsigned,

    /// <summary>A bundle that holds, and whose signature nobody gave a key to check.</summary>
    NotChecked,

    /// <summary>A bundle that holds, signed with the key that was given.</summary>
    Signed,
}

/// <summary>What stands behind a run, and what was found out about it.</summary>
/// <param name="State">What stands behind it.</param>
/// <param name="Reason">Why a bundle does not hold, or who signed it; empty for a record alone.</param>
public sealed record Proof(ProofState State, string Reason)
{
    /// <summary>That of a record without a bundle.</summary>
    public static Proof OfRecord { get; } = new(ProofState.RecordAlone, "");

    /// <summary>Whether a bundle was verified.</summary>
    public bool IsVerified => State is ProofState.Unsigned or ProofState.NotChecked or ProofState.Signed;

    /// <summary>In a few words.</summary>
    public string Words => State switch
    {
        ProofState.RecordAlone => "record alone",
        ProofState.NotVerified => "not verified",
        ProofState.Unsigned => "verified, unsigned",
        ProofState.NotChecked => "verified, signature not checked",
        _ => "verified, signed",
    };

    /// <summary>That of a bundle.</summary>
    public static Proof Of(BundleVerification verification) => verification switch
    {
        { Problems: [var first, ..] problems } => new(
            ProofState.NotVerified,
            $"{(verification.Version is { } version ? $"{version}; " : "")}{OneLine.Of(first.File)}: {OneLine.Of(first.Problem)}"
            + (problems.Count == 1 ? "" : $" ({problems.Count} problems in all)")),
        { SignatureState: SignatureState.Valid } => new(ProofState.Signed, verification.Signature),
        { SignatureState: SignatureState.NotChecked } => new(ProofState.NotChecked, verification.Signature),
        _ => new(ProofState.Unsigned, verification.Signature),
    };
}
