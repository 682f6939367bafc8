namespace Conformance.Schemas.Costs;

/// <summary>What one scenario takes of a server that has everything, and of its target file.</summary>
public sealed record ScenarioCost
{
    /// <summary>
    /// Login requests that it sends itself, whatever is answered, those for live sessions left out: they cannot be saved. Default 0.
    /// </summary>
    public int Logins { get; init; }

    /// <summary>Those of them that are let in, as <c>limits.logins</c> counts them. Default 0.</summary>
    public int Opens { get; init; }

    /// <summary>Sessions that it opens with those, only to have some, and that live on at its end: others would do. Default 0.</summary>
    public int Spares { get; init; }

    /// <summary>Live sessions that it asks for: each costs a login only where no earlier scenario has left one. Default 0.</summary>
    public int LiveSessions { get; init; }

    /// <summary>
    /// Logins that fail on purpose at one of the accounts, as <c>limits.failedLogins</c> counts them. Those of users whom nobody knows are
    /// not among them, nor are bodies that are no login: servers hold them against no account. Default 0.
    /// </summary>
    public int FailedLogins { get; init; }

    /// <summary>Accounts that it leases at once. Default 0.</summary>
    public int Accounts { get; init; }

    /// <summary>
    /// What it cannot do without, by key of the target file, such as <c>capabilities.sync</c>, <c>permissions.destructive</c> and
    /// <c>administrator</c>. None by default.
    /// </summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The only edition in which it does anything; null (default) where it does so in each.</summary>
    public string? Edition { get; init; }

    /// <summary>Requests by endpoint, logins and the closing of sessions among them. None by default.</summary>
    public IReadOnlyDictionary<string, int> Requests { get; init; } = new Dictionary<string, int>();

    /// <summary>Logins that are gone for good where sessions are handed on.</summary>
    /// <param name="kept">How many sessions of each account are there.</param>
    public int UsesUp(int kept) => Opens + LiveSessions - Math.Min(Spares + LiveSessions, Accounts * kept);
}
