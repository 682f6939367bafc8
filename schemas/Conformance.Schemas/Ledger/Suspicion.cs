using Conformance.Record.Verdicts;

namespace Conformance.Schemas.Ledger;

/// <summary>Who may have ended a session that nothing should have ended.</summary>
/// <param name="Victim">The session, with the calls that may have done it.</param>
/// <param name="Requirement">The requirement that is violated, whichever of them did it; null if that is not the same for all.</param>
/// <param name="IsOfAnotherUser">Whether the session is of another user than the callers, or theirs is not known.</param>
/// <param name="IsAllowed">Whether all of them are logins of the same user, and the contract is silent on them: a server may
/// allow a user only so many sessions.</param>
internal sealed record Suspicion(Victim Victim, string? Requirement, bool IsOfAnotherUser, bool IsAllowed)
{
    public static Suspicion On(Death death, IReadOnlyList<SessionEvents> events, Lives lives, SessionContract contract)
    {
        List<SessionEvents> suspects = [.. events.Where(each => each.IsSuspect && IsBetween(each, death))];
        List<Harm> harms = [.. suspects.Select(suspect => HarmOf(suspect, death.Life, lives))];
        List<string?> rows = [.. harms.Select(contract.RowOfHarm).Distinct()];
        var isByOwnUser = harms.TrueForAll(harm => harm is { Relation: Relation.SameUser, Suspect.Issue: not null });
        return new(
            new Victim(death.Life, death.LastAccepted, death.Refused, suspects) { Revived = death.Revived },
            rows is [{ } row] ? row : null,
            harms.TrueForAll(harm => harm.Relation is Relation.OtherUser),
            rows is [null] && isByOwnUser);
    }

    public ProvenHarm AsHarm() => new(Victim.Suspects[0], Victim, AsViolation(), IsOfAnotherUser);

    private LedgerViolation AsViolation() => new(
        Requirement!,
        Victim.Refused.View.Exchange,
        new Mismatch(
            $"{Victim.Life.Kind} of somebody else after {Victim.Suspects[0].Endpoint}",
            "still accepted",
            $"refused: {Victim.Refused.View.Status}"));

    private static bool IsBetween(SessionEvents suspect, Death death) =>
        !suspect.When.IsOverBefore(death.LastAccepted.When) && !death.Refused.When.IsOverBefore(suspect.When)
        && suspect.Number != death.Refused.Number && suspect != death.Life.Issued;

    private static Harm HarmOf(SessionEvents suspect, TokenLife victim, Lives lives)
    {
        var caller = lives.At(suspect.Issue?.Predecessor ?? suspect.Use?.Token, suspect);
        var (user, session, device) = (suspect.Issue?.User ?? caller?.User, caller?.Session, suspect.Issue?.Device ?? caller?.Device);
        var relation = session == victim.Session ? Relation.Own
            : user is not null && user == victim.User ? Relation.SameUser
            : Relation.OtherUser;
        return new Harm(suspect, relation, device is not null && device == victim.Device, lives.IsRenewal(suspect));
    }
}
