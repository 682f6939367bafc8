using Conformance.Schemas.ExchangeChecks;

namespace Conformance.Schemas.Ledger;

/// <summary>What one exchange says of sessions, in words that all contracts share. Tokens are their labels.</summary>
/// <param name="View">The exchange.</param>
public sealed record SessionEvents(ExchangeView View)
{
    /// <summary>When it began and ended.</summary>
    public Span When { get; } = Span.Of(View.Exchange);

    /// <summary>The session that it hands out; null if none.</summary>
    public Issue? Issue { get; init; }

    /// <summary>The token that it was asked with, and what the answer says of that; null if it says nothing.</summary>
    public TokenUse? Use { get; init; }

    /// <summary>Whose the token is that it was asked with, by the server's own word; null if it does not say.</summary>
    public Bearer? Told { get; init; }

    /// <summary>What it ended, or may have ended.</summary>
    public IReadOnlyList<Ending> Endings { get; init; } = [];

    /// <summary>
    /// Whether it is a call that ends sessions on some servers, rightly or wrongly: where
    /// somebody else's session dies, it is a suspect.
    /// </summary>
    public bool IsSuspect { get; init; }

    /// <summary>
    /// A request that no contract speaks of, such as one that breaks HTTP or goes to a look-alike
    /// of a path: what it ends, nobody can say.
    /// </summary>
    public static SessionEvents OfNoContract(ExchangeView view) =>
        new(view) { Endings = [new Ending(Reach.Everybody, null, IsCertain: false)] };

    public int Number => View.Exchange.Number;

    public string Endpoint => View.Exchange.Endpoint;
}

/// <summary>A session that an answer hands out.</summary>
/// <param name="Token">Label of the token that authorizes.</param>
/// <param name="RefreshToken">Label of the refresh token; null if none came.</param>
/// <param name="User">Whose it is; null if the answer does not say.</param>
/// <param name="Device">The device that it is on; null if the contract knows none, or the answer does not say.</param>
/// <param name="Lifetime">How long the token lives from its issue; null if the server did not say, or says that it outlives us all.</param>
/// <param name="Predecessor">Label of the token that was traded in; null for a login.</param>
public sealed record Issue(string Token, string? RefreshToken, string? User, string? Device, TimeSpan? Lifetime, string? Predecessor)
{
    /// <summary>Whether the answer names another device than the one that was asked for, so that it is not known which it is.</summary>
    public bool IsOnAnotherDevice { get; init; }
}

/// <summary>Whom a server takes the bearer of a token for.</summary>
/// <param name="User">The user.</param>
/// <param name="Device">The device.</param>
public sealed record Bearer(string? User, string? Device);

/// <summary>A token, and how it was received.</summary>
/// <param name="Token">Its label.</param>
/// <param name="Reception">What the answer says of it.</param>
/// <param name="IsToTrade">Whether it was traded in for others, as refresh tokens are.</param>
public sealed record TokenUse(string Token, Reception Reception, bool IsToTrade = false);

/// <summary>What an answer says of the token that it was asked with.</summary>
public enum Reception
{
    /// <summary>Nothing: another refusal, an answer of a gateway, none at all.</summary>
    Unclear,

    Accepted,

    /// <summary>The server does not know it, or no longer.</summary>
    Refused,
}

/// <summary>What an exchange ends.</summary>
/// <param name="Reach">How far it reaches.</param>
/// <param name="Token">Label of the token by which its reach is found; null where it reaches everybody.</param>
/// <param name="IsCertain">Whether the contract and the answer say that they are ended; otherwise they may be.</param>
public sealed record Ending(Reach Reach, string? Token, bool IsCertain)
{
    /// <summary>Ids of the devices that it reaches, where it names some.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];
}

/// <summary>How far an ending reaches.</summary>
public enum Reach
{
    /// <summary>The token alone.</summary>
    Token,

    /// <summary>Everything on the token's device, or in its session.</summary>
    Session,

    /// <summary>Everything on some devices of the token's user.</summary>
    Devices,

    /// <summary>Every session of the token's user.</summary>
    User,

    /// <summary>Nobody knows whom.</summary>
    Everybody,
}
