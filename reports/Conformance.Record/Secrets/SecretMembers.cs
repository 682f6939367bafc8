namespace Conformance.Record.Secrets;

/// <summary>Which members of JSON bodies hold secrets, by the contracts of both dialects.</summary>
public static class SecretMembers
{
    /// <summary>The kind of secret that a member holds; null if it holds none.</summary>
    /// <param name="parent">Name of the member that contains it; null at the root.</param>
    /// <param name="name">Name of the member itself.</param>
    public static SecretKind? KindOf(string? parent, string name) => (parent, name) switch
    {
        (_, "access_token") => SecretKind.AccessToken,
        (_, "refresh_token") => SecretKind.RefreshToken,
        (_, "login_token") => SecretKind.LoginToken,
        (_, "session") => SecretKind.UiaSession,
        (_, "password") => SecretKind.Password,
        // Koyeb's LoginReply calls the bearer token `id`.
        ("token", "id") => SecretKind.AccessToken,
        (_, "token") => SecretKind.AccessToken,
        _ => null,
    };
}
