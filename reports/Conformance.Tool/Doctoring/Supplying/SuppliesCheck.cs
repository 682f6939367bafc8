using Conformance.Fixtures.Runs;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Profiles;

namespace Conformance.Tool.Doctoring.Supplying;

/// <summary>Does the target file give and permit what the rows of its profile need, and what others need?</summary>
internal sealed class SuppliesCheck(IReadOnlyList<Supply> supplies) : ICheck
{
    private const int MostShown = 5;

    public string Subject => "target file";

    public Task Look(Visit visit)
    {
        var settings = visit.Settings;
        var profile = KnownContracts.All.ProfileOf(visit.Target.Describe() with { Edition = settings.Edition ?? "" });
        visit.Saw($"profile {profile.Reference}, {settings.Accounts.Count} {(settings.Accounts.Count == 1 ? "account" : "accounts")}");
        foreach (var supply in supplies.Where(supply => !supply.IsGiven(settings)))
            Tell(visit, supply, profile);

        return Task.CompletedTask;
    }

    private static void Tell(Visit visit, Supply supply, Profile profile)
    {
        IReadOnlyList<string> asked = [.. supply.Requirements.Where(profile.Requires.Contains)];
        if (asked.Count > 0)
            visit.Find(supply.Key, $"{Rows(asked)} of profile {profile.Reference} {Need(asked)} it", supply.Fix, supply.Requirements);
        else
            visit.Note(supply.Key, $"{Rows(supply.Requirements)} {Need(supply.Requirements)} it", supply.Fix, supply.Requirements);
    }

    private static string Need(IReadOnlyList<string> rows) => rows.Count == 1 ? "needs" : "need";

    private static string Rows(IReadOnlyList<string> rows) => rows.Count > MostShown
        ? $"{string.Join(", ", rows.Take(MostShown))} and {rows.Count - MostShown} more rows"
        : string.Join(", ", rows);
}
