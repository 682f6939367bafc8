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
public sealed record Secret(SecretKind Kind, int Ordinal)
{
    /// <summary>The text that stands for the value everywhere but on the wire, such as <c>&lt;access-token#17&gt;</c>.</summary>
    public string Label { get; } = $"<{NameOf(Kind)}#{Ordinal}>";

    /// <summary>What may be told of the value.</summary>
    public required SecretShape Shape { get; init; }

    public override string ToString() => Label;

    internal static string NameOf(SecretKind kind) => kind switch
    {
        SecretKind.AccessToken => "access-token",
        SecretKind.RefreshToken => "refresh-token",
        SecretKind.LoginToken => "login-token",
        SecretKind.UiaSession => "uia-session",
        SecretKind.Password => "password",
        SecretKind.Cookie => "cookie",
        _ => "configured",
    };
}
