namespace Conformance.Record.Secrets;

/// <summary>What a secret opens; the first half of its label.</summary>
public enum SecretKind
{
    AccessToken,
    RefreshToken,
    LoginToken,
    UiaSession,
    Password,

    /// <summary>What a server sets as a cookie; the contracts know none, but it may stand for a session.</summary>
    Cookie,

    /// <summary>A header value or other text that the operator gave as <c>${env:NAME}</c>.</summary>
    Configured,
}

/// <summary>
/// A token, password or UIA session, known by its run-local label only.
/// The value stays in the <see cref="SecretVault"/>: whoever holds a secret can send it and compare it, not read it.
/// </summary>
/// <param name="Kind">What it opens.</param>
/// <param name="Label">The text that stands for the value everywhere but on the wire, such as
/// <c>&lt;access-token#17~k3f9q2ab&gt;</c>.</param>
public sealed record Secret(SecretKind Kind, string Label)
{
    /// <summary>What may be told of the value.</summary>
    public required SecretShape Shape { get; init; }

    public override string ToString() => Label;
}
