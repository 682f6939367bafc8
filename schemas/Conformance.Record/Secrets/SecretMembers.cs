namespace Conformance.Record.Secrets;

/// <summary>Which members of JSON bodies hold secrets.</summary>
/// <remarks>A server that misspells a name hands out the secret all the same: case, underscores and hyphens are passed over.</remarks>
public sealed class SecretMembers
{
    private readonly Dictionary<string, SecretKind> anywhere;
    private readonly Dictionary<(string Parent, string Name), SecretKind> within;

    private readonly HashSet<string> harmless;

    private SecretMembers(
        Dictionary<string, SecretKind> anywhere, Dictionary<(string Parent, string Name), SecretKind> within, HashSet<string> harmless) =>
        (this.anywhere, this.within, this.harmless) = (anywhere, within, harmless);

    /// <summary>Those that most APIs have.</summary>
    public static SecretMembers Usual { get; } = new(
        new(StringComparer.Ordinal)
        {
            [Plain("access_token")] = SecretKind.AccessToken,
            [Plain("token")] = SecretKind.AccessToken,
            [Plain("refresh_token")] = SecretKind.RefreshToken,
            [Plain("login_token")] = SecretKind.LoginToken,
            [Plain("session")] = SecretKind.UiaSession,
            [Plain("password")] = SecretKind.Password,
        },
        [],
        []);

    /// <summary>These, and one that holds a secret within a certain other member only.</summary>
    public SecretMembers With(string parent, string name, SecretKind kind) =>
        new(anywhere, new(within) { [(Plain(parent), Plain(name))] = kind }, harmless);

    /// <summary>These, and members that hold no secret although what they hold may look like one, such as ids.</summary>
    public SecretMembers WithHarmless(params IEnumerable<string> names) => new(anywhere, within, [.. harmless, .. names]);

    /// <summary>Whether a member is documented to hold no secret, however random it looks.</summary>
    public bool IsHarmless(string name) => harmless.Contains(name);

    /// <summary>The kind of secret that a member holds; null if it holds none.</summary>
    /// <param name="parent">Name of the member that contains it; null at the root.</param>
    /// <param name="name">Name of the member itself.</param>
    public SecretKind? KindOf(string? parent, string name)
    {
        var plain = Plain(name);
        return anywhere.TryGetValue(plain, out var kind) || (parent is not null && within.TryGetValue((Plain(parent), plain), out kind))
            ? kind
            : null;
    }

    private static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
