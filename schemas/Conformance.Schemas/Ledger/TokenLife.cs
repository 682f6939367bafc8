namespace Conformance.Schemas.Ledger;

/// <summary>One token from its issue on, to its next issue if the server hands the same one out again.</summary>
/// <param name="Token">Its label.</param>
/// <param name="IsRefreshToken">Whether it is traded in for others, and authorizes nothing itself.</param>
/// <param name="Issued">The exchange that handed it out.</param>
/// <param name="User">Whose it is; null if unknown.</param>
/// <param name="Session">Name of its session: what ends one of its tokens ends all.</param>
/// <param name="Device">Its device; null if unknown.</param>
public sealed record TokenLife(string Token, bool IsRefreshToken, SessionEvents Issued, string? User, string Session, string? Device)
{
    /// <summary>
    /// How much earlier or later than its lifetime says a token may expire: servers count in
    /// whole seconds, and from before their answer.
    /// </summary>
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(2);

    /// <summary>What ended it, or may have, in the order of the exchanges.</summary>
    internal List<(SessionEvents By, Ending Ending)> Ends { get; } = [];

    /// <summary>Where it was asked with, in the order of the exchanges.</summary>
    internal List<SessionEvents> Uses { get; } = [];

    /// <summary>
    /// Whether the server itself has said whose it is. The answer of a refresh does not: that its tokens belong to the same
    /// device is a promise of its own (MTX-REFRESH-03), and so is that a login is on the device that it names (MTX-LOGIN-06).
    /// </summary>
    public bool IsTold { get; internal set; } = Issued.Issue is { Predecessor: null, IsOnAnotherDevice: false };

    /// <summary>When it ends by itself; null if the server did not say.</summary>
    public DateTimeOffset? ExpiresAt => IsRefreshToken || Issued.Issue!.Lifetime is not { } lifetime ? null : Issued.When.End + lifetime;

    /// <summary>What users call it.</summary>
    public string Kind => IsRefreshToken ? "refresh token" : "access token";
}
