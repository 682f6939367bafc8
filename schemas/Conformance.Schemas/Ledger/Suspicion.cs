using Conformance.Record.Verdicts;

namespace Conformance.Schemas.Ledger;

/// <summary>Who may have ended a session that nothing should have ended.</summary>
/// <param name="Victim">The session, with the calls that may have done it.</param>
/// <param name="Requirement">The requirement that is violated, whichever of them did it; null if that is not the same for all.</param>
/// <param name="IsAllowed">Whether the contract is silent on all of them, such as on logins beyond what a server allows a user.</param>
internal sealed record Suspicion(Victim Victim, string? Requirement, bool IsAllowed)
{
    public static Suspicion On(Death death, IReadOnlyList<SessionEvents> events, Lives lives, SessionContract contract)
    {
        List<SessionEvents> suspects = [.. events.Where(each => each.IsSuspect && IsBetween(each, death))];
        List<string?> rows = [.. suspects.Select(suspect => contract.RowOfHarm(HarmOf(suspect, death.Life, lives))).Distinct()];
        return new(new Victim(death.Life, death.LastAccepted, death.Refused, suspects), rows is [{ } row] ? row : null, rows is [null]);
    }

    public ProvenHarm AsHarm() => new(Victim.Suspects[0].Endpoint, Victim, AsViolation());

    private LedgerViolation AsViolation() => new(
        Requirement!,
        Victim.Refused.View.Exchange,
        new Mismatch($"{Victim.Life.Kind} of somebody else after {Victim.Suspects[0].Endpoint}", "still accepted", $"refused: {Victim.Refused.View.Status}"));

    private static bool IsBetween(SessionEvents suspect, Death death) =>
        !suspect.When.IsOverBefore(death.LastAccepted.When) && !death.Refused.When.IsOverBefore(suspect.When)
        && suspect.Number != death.Refused.Number;

    private static Harm HarmOf(SessionEvents suspect, TokenLife victim, Lives lives)
    {
        var caller = lives.At(suspect.Issue?.Predecessor ?? suspect.Use?.Token, suspect);
        var (user, session, device) = (suspect.Issue?.User ?? caller?.User, caller?.Session, suspect.Issue?.Device ?? caller?.Device);
        var relation = session == victim.Session ? Relation.Own : user is not null && user == victim.User ? Relation.SameUser : Relation.OtherUser;
        return new Harm(suspect, relation, device is not null && device == victim.Device, lives.IsRenewal(suspect));
    }
}
