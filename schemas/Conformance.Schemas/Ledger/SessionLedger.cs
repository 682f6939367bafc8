using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;
using Conformance.Schemas.ExchangeChecks;

namespace Conformance.Schemas.Ledger;

/// <summary>
/// Every session of a scenario from its issue to its end, whoever ended it, the suite's own clean-up included. It judges what no single
/// answer shows: a token that was accepted after its end, and one that was refused without any. Pure: the same exchanges give the
/// same judgement.
/// </summary>
/// <param name="Violations">What is proven.</param>
/// <param name="Harms">Those violations that are sessions which somebody else's call has ended.</param>
/// <param name="Victims">Sessions that died without an end, and of which it is not proven who ended them.</param>
public sealed record SessionLedger(
    IReadOnlyList<LedgerViolation> Violations, IReadOnlyList<ProvenHarm> Harms, IReadOnlyList<Victim> Victims)
{
    /// <summary>The name under which its findings are recorded.</summary>
    public const string Name = "session ledger";

    /// <summary>Judges the exchanges of one scenario.</summary>
    /// <param name="exchanges">All of them, those that close its sessions included.</param>
    /// <param name="contract">What the contract says.</param>
    /// <param name="tolerance">How long a token may be accepted after its end.</param>
    /// <param name="aloneFrom">Number of the first exchange from which on nobody else was at the server;
    /// null if somebody was until the end.</param>
    public static SessionLedger Of(IEnumerable<ExchangeView> exchanges, SessionContract contract, TimeSpan tolerance, int? aloneFrom)
    {
        var events = exchanges
            .OrderBy(view => view.Exchange.Number)
            .Select(view => IsOfNoContract(view) ? SessionEvents.OfNoContract(view) : contract.Read(view))
            .OfType<SessionEvents>()
            .ToList();
        var lives = Lives.Of(events);
        var deaths = lives.All
            .SelectMany(life => Deaths.Of(life, tolerance))
            .Select(death => Suspicion.On(death, events, lives, contract))
            .ToList();
        // A token that was never accepted may have been handed out dead, which is nobody else's doing.
        var proven = deaths
            .Where(death => death is { Requirement: not null, Victim: { WasAccepted: true, Revived: null } }
                && death.Victim.LastAccepted.Number >= aloneFrom)
            .ToList();
        List<ProvenHarm> harms = [.. proven.Select(death => death.AsHarm())];
        return new SessionLedger(
            [.. lives.All.SelectMany(life => Afterlives.Of(life, contract, tolerance)), .. harms.Select(harm => harm.Violation)],
            harms,
            [.. deaths
                .Except(proven)
                .Where(death => !(death is { IsAllowed: true, Victim.Revived: null } && death.Victim.LastAccepted.Number >= aloneFrom))
                .Select(death => death.Victim)])
        {
            Evicted = [.. deaths
                .Where(death => death is { IsAllowed: true, Victim.Revived: null } && death.Victim.LastAccepted.Number >= aloneFrom)
                .Select(death => death.Victim)],
            Doubtful = [.. lives.All
                .SelectMany(Deaths.WithoutCertainEnd)
                .Where(death => death.Revived is null)
                .Select(death => new Victim(death.Life, death.LastAccepted, death.Refused, []))],
        };
    }

    /// <summary>Sessions that died when their user logged in on another device, as where a server allows a user only so many.</summary>
    public IReadOnlyList<Victim> Evicted { get; private init; } = [];

    /// <summary>Tokens that were refused and may have ended rightly, though not for certain.</summary>
    public IReadOnlyList<Victim> Doubtful { get; private init; } = [];

    // Whether HEAD does what GET does, or what POST does, is observed only.
    private static bool IsOfNoContract(ExchangeView view) => view.Request.BreaksHttp || view.Request.Method == "HEAD";

    /// <summary>The first victim that nobody else can have made; null if there is none.</summary>
    /// <param name="aloneFrom">Number of the first exchange from which on nobody else was at the server.</param>
    public Victim? UnexplainedSince(int? aloneFrom) =>
        Victims.FirstOrDefault(victim => victim.WasAccepted && victim.LastAccepted.Number >= aloneFrom);
}

/// <summary>A violation that a history of exchanges shows.</summary>
/// <param name="Requirement">Id of the requirement.</param>
/// <param name="Exchange">The last exchange of the history.</param>
/// <param name="Mismatch">What was not as promised.</param>
public sealed record LedgerViolation(string Requirement, Exchange Exchange, Mismatch Mismatch);

/// <summary>A session that somebody else's call has ended.</summary>
/// <param name="Suspect">The call.</param>
/// <param name="Victim">The session.</param>
/// <param name="Violation">What is proven.</param>
/// <param name="IsOfAnotherUser">Whether the session is of another user than the caller, so that calls of
/// other scenarios may do the same.</param>
public sealed record ProvenHarm(SessionEvents Suspect, Victim Victim, LedgerViolation Violation, bool IsOfAnotherUser);

/// <summary>A session that was refused though nothing had ended it.</summary>
/// <param name="Life">Its token.</param>
/// <param name="LastAccepted">The last exchange that accepted it; where none did, the one that handed it out.</param>
/// <param name="Refused">The first that refused it.</param>
/// <param name="Suspects">The calls between the two that may have ended it.</param>
public sealed record Victim(TokenLife Life, SessionEvents LastAccepted, SessionEvents Refused, IReadOnlyList<SessionEvents> Suspects)
{
    /// <summary>The first exchange that accepted it after that; null if none did.</summary>
    public SessionEvents? Revived { get; init; }

    /// <summary>Whether it was ever accepted.</summary>
    public bool WasAccepted => LastAccepted != Life.Issued || Revived is not null;

    /// <summary>In one sentence.</summary>
    public override string ToString() =>
        $"{Life.Token} was {(LastAccepted != Life.Issued ? "accepted" : "handed out")} at exchange {LastAccepted.Number} and refused at "
        + $"exchange {Refused.Number}, though nothing had ended it"
        + (Revived is null ? "" : $", and accepted again at exchange {Revived.Number}");
}
