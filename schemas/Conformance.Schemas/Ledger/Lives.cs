namespace Conformance.Schemas.Ledger;

/// <summary>Every token of some exchanges: issued by whom, used where, ended by what.</summary>
internal sealed class Lives
{
    private readonly Dictionary<string, List<TokenLife>> byToken = new(StringComparer.Ordinal);
    private readonly List<TokenLife> all = [];

    private Lives()
    {
    }

    public IReadOnlyList<TokenLife> All => all;

    /// <param name="events">In the order of their numbers.</param>
    public static Lives Of(IReadOnlyList<SessionEvents> events)
    {
        var lives = new Lives();
        foreach (var issued in events.Where(each => each.Issue is not null))
            lives.Begin(issued);

        foreach (var used in events.Where(each => each.Use is not null))
            lives.Use(used);

        foreach (var by in events)
        {
            foreach (var ending in by.Endings)
                lives.End(by, ending);
        }

        lives.EndReplacedRefreshTokens();
        foreach (var life in lives.all)
            life.Ends.Sort((one, other) => one.By.Number.CompareTo(other.By.Number));

        return lives;
    }

    private void Use(SessionEvents used)
    {
        // A refresh token opens nothing, and no other token is traded in: that they are refused says nothing of them.
        if (At(used.Use!.Token, used) is not { } life || life.IsRefreshToken != used.Use.IsToTrade)
            return;

        life.Uses.Add(used);
        // A server that names no device, as before v1.1, neither confirms nor denies.
        if (used.Told is { User: not null } bearer)
        {
            foreach (var same in all.Where(each => each.Issued == life.Issued))
                same.IsTold = bearer.User == life.User && (bearer.Device is null ? same.IsTold : bearer.Device == life.Device);
        }
    }

    /// <summary>The life that a token is in at an exchange; null if it was not handed out before.</summary>
    public TokenLife? At(string? token, SessionEvents when) => Last(token, life => life.Issued.Number < when.Number);

    /// <summary>Whether an exchange hands out tokens of a session that had some before.</summary>
    public bool IsRenewal(SessionEvents issued) =>
        Last(issued.Issue?.Token, life => life.Issued == issued) is { } begun
        && all.Exists(life => life.Session == begun.Session && life.Issued.Number < issued.Number);

    private void Begin(SessionEvents issued)
    {
        var issue = issued.Issue!;
        // Who refreshes goes on with a session; of what the answer of a refresh does not say, the login has told.
        var before = At(issue.Predecessor, issued);
        var (user, device) = (issue.User ?? before?.User, issue.Device ?? before?.Device);
        var session = before?.Session ?? (user, device) switch
        {
            (not null, not null) => $"{user} {device}",
            _ => $"#{issued.Number}",
        };
        // What a login on a known device does to its earlier tokens is another question than who may end them (MTX-LOGIN-09).
        foreach (var earlier in all.Where(life => life.Session == session && !life.Ends.Exists(end => end.By.Issue is not null)))
            earlier.Ends.Add((issued, new Ending(Reach.Session, issue.Token, IsCertain: false)));
        // Of two logins at once, either may be the later one.
        var rival = all.Find(life => life.Session == session && !life.Issued.When.IsOverBefore(issued.When))?.Issued;
        Add(new TokenLife(issue.Token, false, issued, user, session, device), rival);
        // A server that lets the refresh token stand may name it again.
        if (issue.RefreshToken is { } refresh && refresh != issue.Predecessor)
            Add(new TokenLife(refresh, true, issued, user, session, device), rival);
    }

    private TokenLife? Last(string? token, Func<TokenLife, bool> fits) =>
        token is not null && byToken.TryGetValue(token, out var lives) ? lives.LastOrDefault(fits) : null;

    private void Add(TokenLife life, SessionEvents? rival)
    {
        if (rival is not null)
            life.Ends.Add((rival, new Ending(Reach.Session, rival.Issue!.Token, IsCertain: false)));
        if (!byToken.TryGetValue(life.Token, out var lives))
            byToken.Add(life.Token, lives = []);
        lives.Add(life);
        all.Add(life);
    }

    private void End(SessionEvents by, Ending ending)
    {
        var named = At(ending.Token, by);
        // A token that was never handed out, and is refused, names nobody; and whose token is refused ends no others.
        if (by.Use?.Reception is Reception.Refused && named is null)
            return;

        foreach (var life in all.Where(
            life => life.Issued != by && !by.When.IsOverBefore(life.Issued.When) && Reaches(ending, named, life)))
        {
            life.Ends.Add(
                (by, ending with
                {
                    IsCertain = ending.IsCertain && named is not null && life.Issued.When.IsOverBefore(by.When)
                        && IsProvenFor(life, named, ending.Reach),
                }));
        }
    }

    // Two tokens of which no server said whose they are may be of two users.
    private static bool IsProvenFor(TokenLife life, TokenLife named, Reach reach) => life == named
        || (life.IsTold && named.IsTold && (reach is Reach.Token or Reach.Session || (life.User is not null && named.User is not null)));

    // Of a token that nobody has handed out nobody knows whose it is.
    private static bool Reaches(Ending ending, TokenLife? named, TokenLife life) => ending.Reach switch
    {
        _ when named is null => true,
        Reach.Token => life == named,
        Reach.Session => life.Session == named.Session,
        Reach.Devices => MayShareUser(life, named) && life.Device is { } device && ending.Devices.Contains(device),
        _ => MayShareUser(life, named),
    };

    private static bool MayShareUser(TokenLife life, TokenLife named) =>
        named.User is null || life.User is null || life.User == named.User;

    // The old refresh token lives until a new token is used (MTX-REFRESH-05, 06 and 07).
    private void EndReplacedRefreshTokens()
    {
        foreach (var life in all.Where(life => life.Issued.Issue!.RefreshToken is { } refresh && refresh != life.Issued.Issue.Predecessor))
        {
            var used = life.Uses.FirstOrDefault(use => use.Use!.Reception is Reception.Accepted);
            if (used is not null && At(life.Issued.Issue!.Predecessor, life.Issued) is { IsRefreshToken: true } replaced)
                replaced.Ends.Add((used, new Ending(Reach.Token, life.Token, IsCertain: true)));
        }
    }
}
