namespace Conformance.Schemas.Ledger;

/// <summary>A token that was refused, and nothing that is known had ended it, or might have.</summary>
/// <param name="Life">The token.</param>
/// <param name="LastAccepted">The last exchange that accepted it; where none did, the one that handed it out.</param>
/// <param name="Refused">The first that refused it afterwards.</param>
/// <param name="Revived">The first that accepted it after that, so that it was not dead; null if none did.</param>
internal sealed record Death(TokenLife Life, SessionEvents LastAccepted, SessionEvents Refused, SessionEvents? Revived);

/// <summary>Finds them.</summary>
internal static class Deaths
{
    /// <summary>The death of a token that nothing may have ended; none if it did not die, or may have ended.</summary>
    /// <param name="life">The token.</param>
    /// <param name="tolerance">How long a token may be accepted after its end.</param>
    public static IEnumerable<Death> Of(TokenLife life, TimeSpan tolerance) =>
        WithoutEnd(life, (end, refused) => !IsDisproven(end, life, refused, tolerance), _ => true);

    /// <summary>
    /// The death of a token that nothing has ended for certain. A token that is accepted elsewhere may be dead for where it was refused, as
    /// one that can no longer be refreshed is.
    /// </summary>
    public static IEnumerable<Death> WithoutCertainEnd(TokenLife life) =>
        WithoutEnd(life, (end, _) => end.Ending.IsCertain, pair => pair.Accepted.Endpoint == pair.Refused.Endpoint);

    // A call that may end anybody's session, and at once if it does, has not ended one that is accepted after it.
    private static bool IsDisproven(
        (SessionEvents By, Ending Ending) end, TokenLife life, SessionEvents refused, TimeSpan tolerance) =>
        end.Ending is { Reach: Reach.Everybody, IsCertain: false }
        && life.Uses.Exists(use => use.Use!.Reception is Reception.Accepted
            && end.By.When.IsOverBefore(use.When, tolerance)
            && use.When.IsOverBefore(refused.When));

    private static IEnumerable<Death> WithoutEnd(
        TokenLife life, Func<(SessionEvents By, Ending Ending), SessionEvents, bool> counts,
        Func<(SessionEvents Accepted, SessionEvents Refused), bool> shows)
    {
        var refused = life.Uses.Find(use => use.Use!.Reception is Reception.Refused);
        if (refused is null
            || life.ExpiresAt - TokenLife.ClockSkew <= refused.When.End
            || life.Ends.Exists(end => counts(end, refused) && !refused.When.IsOverBefore(end.By.When)))
        {
            yield break;
        }

        var accepted = life.Uses.LastOrDefault(use => use.When.IsOverBefore(refused.When) && Shows(use));
        yield return new Death(life, accepted ?? life.Issued, refused, life.Uses.Find(use => use.Number > refused.Number && Shows(use)));

        bool Shows(SessionEvents use) => use.Use!.Reception is Reception.Accepted && shows((use, refused));
    }
}
