using Conformance.Record.Verdicts;

namespace Conformance.Schemas.Ledger;

/// <summary>Acceptances of a token after its end.</summary>
internal static class Afterlives
{
    public static IEnumerable<LedgerViolation> Of(TokenLife life, SessionContract contract, TimeSpan tolerance)
    {
        foreach (var accepted in life.Uses.Where(use => use.Use!.Reception is Reception.Accepted))
        {
            var (end, ending) = life.Ends.Find(each => each.Ending.IsCertain && each.By.When.IsOverBefore(accepted.When, tolerance));
            if (end is not null)
            {
                if (contract.RowOfAfterlife(new Afterlife(life, end, ending.Token, accepted)) is { } row)
                    yield return Violation(row, accepted, $"{life.Kind} that {end.Endpoint} has ended", $"refused {Within(tolerance)}");
            }
            else if (life.ExpiresAt + TokenLife.ClockSkew <= accepted.When.Start && contract.RowOfExpiry(life.Issued, accepted) is { } row)
            {
                yield return Violation(row, accepted, $"{life.Kind} beyond its lifetime", "refused");
            }
        }
    }

    private static LedgerViolation Violation(string row, SessionEvents accepted, string subject, string expected) =>
        new(row, accepted.View.Exchange, new Mismatch(subject, expected, $"accepted: {accepted.View.Status}"));

    private static string Within(TimeSpan tolerance) => tolerance == TimeSpan.Zero ? "at once" : $"within {tolerance.TotalSeconds:0.#} s";
}
