namespace Conformance.Record.Secrets;

/// <summary>Which members of JSON bodies hold secrets, by the contracts of both dialects.</summary>
public static class SecretMembers
{
    /// <summary>The kind of secret that a member holds; null if it holds none.</summary>
    /// <remarks>A server that misspells a name hands out the secret all the same: case, underscores and hyphens are passed over.</remarks>
    /// <param name="parent">Name of the member that contains it; null at the root.</param>
    /// <param name="name">Name of the member itself.</param>
    public static SecretKind? KindOf(string? parent, string name) => (Plain(parent), Plain(name)) switch
    {
        (_, "ACCESSTOKEN") => SecretKind.AccessToken,
        (_, "REFRESHTOKEN") => SecretKind.RefreshToken,
        (_, "LOGINTOKEN") => SecretKind.LoginToken,
        (_, "SESSION") => SecretKind.UiaSession,
        (_, "PASSWORD") => SecretKind.Password,
        // Koyeb's LoginReply calls the bearer token `id`.
        ("TOKEN", "ID") => SecretKind.AccessToken,
        (_, "TOKEN") => SecretKind.AccessToken,
        _ => null,
    };

    private static string? Plain(string? name) =>
        name?.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
