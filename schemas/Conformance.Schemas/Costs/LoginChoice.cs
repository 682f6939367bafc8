using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Costs;

/// <summary>
/// What a run does that may log in so often only: as many requirements as possible are judged, those of the profile first.
/// </summary>
/// <param name="LeftOut">Names of the scenarios for which no login is left.</param>
/// <param name="Logins">How many logins each of the others makes that makes any, by its name.</param>
/// <param name="Wanted">How many all of them would make.</param>
public sealed record LoginChoice(IReadOnlySet<string> LeftOut, IReadOnlyDictionary<string, int> Logins, int Wanted)
{
    private const string Destructive = "permissions.destructive";

    /// <summary>A run that may log in as often as it wants.</summary>
    public static LoginChoice Everything { get; } = new(new HashSet<string>(), new Dictionary<string, int>(), 0);

    /// <summary>Chooses. Pure: the same scenarios and costs give the same choice.</summary>
    /// <param name="scenarios">Those that log in, and what they judge.</param>
    /// <param name="costs">What they cost.</param>
    /// <param name="profile">The requirements for which certificates ask: they come first.</param>
    /// <param name="logins">How many logins there are for them.</param>
    /// <param name="accounts">How many accounts there are, of each of which a session is there; 0 where no session is handed on.</param>
    public static LoginChoice Of(
        IReadOnlyCollection<(string Name, Requirement Requirement)> scenarios, CostList costs, IReadOnlyCollection<string> profile,
        int logins, int accounts)
    {
        if (accounts == 0)
            return Of(kept: 0, logins).Choice;

        var thrifty = Of(kept: 1, logins);
        // One more session of each account serves all that need two at once.
        return logins > accounts && Of(kept: 2, logins - accounts) is var other && other.Judged.CompareTo(thrifty.Judged) > 0
            ? other.Choice
            : thrifty.Choice;

        (LoginChoice Choice, (int OfProfile, int OfAll) Judged) Of(int kept, int left) => Choose(
            [
                .. from scenario in scenarios
                   let cost = costs.Of(scenario.Name)
                   select new Priced(scenario.Name, scenario.Requirement, cost, cost.UsesUp(kept)),
            ],
            profile,
            left);
    }

    private static (LoginChoice Choice, (int OfProfile, int OfAll) Judged) Choose(
        IReadOnlyList<Priced> all, IReadOnlyCollection<string> profile, int left)
    {
        // What sends nothing to a server that has everything is not applicable there.
        var judged = all.Where(each => each is { Price: 0, Cost.Requests.Count: > 0 }).Select(each => each.Requirement.Id).ToHashSet();
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var each in InOrder([.. all.Where(each => each.Price > 0)], judged, profile))
        {
            if (each.Price > left)
            {
                leftOut.Add(each.Name);
                continue;
            }

            left -= each.Price;
            chosen.Add(each.Name, each.Price);
            judged.Add(each.Requirement.Id);
        }

        return (new LoginChoice(leftOut, chosen, all.Sum(each => each.Cost.Opens)), (judged.Count(profile.Contains), judged.Count));
    }

    // The cheapest scenario of each requirement that nothing else judges comes before a second one of any.
    private static IEnumerable<Priced> InOrder(IReadOnlyList<Priced> dear, HashSet<string> judged, IReadOnlyCollection<string> profile)
    {
        var firsts = dear.Where(each => !judged.Contains(each.Requirement.Id))
            .GroupBy(each => each.Requirement.Id)
            .Select(each => each.OrderBy(Destroys).ThenBy(each => each.Price).ThenBy(Name, StringComparer.Ordinal).First())
            .ToHashSet();
        return dear
            .OrderBy(each => !firsts.Contains(each))
            .ThenBy(each => !profile.Contains(each.Requirement.Id))
            .ThenByDescending(each => each.Requirement.Severity)
            .ThenBy(Destroys)
            .ThenBy(each => each.Price)
            .ThenBy(Name, StringComparer.Ordinal);
    }

    private static bool Destroys(Priced scenario) => scenario.Cost.Needs.Contains(Destructive);

    private static string Name(Priced scenario) => scenario.Name;

    private sealed record Priced(string Name, Requirement Requirement, ScenarioCost Cost, int Price);
}
