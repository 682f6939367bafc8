using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Costs;

/// <summary>What a run does that may log in so often only: as many requirements as possible are judged, those of the profile first.</summary>
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
    public static LoginChoice Of(
        IReadOnlyCollection<(string Name, Requirement Requirement)> scenarios, CostList costs, IReadOnlyCollection<string> profile, int logins)
    {
        List<Priced> all = [.. scenarios.Select(scenario => new Priced(scenario.Name, scenario.Requirement, costs.Of(scenario.Name)))];
        // What sends nothing to a server that has everything is not applicable there.
        var judged = all.Where(each => each.Cost is { UsesUp: 0, Requests.Count: > 0 }).Select(each => each.Requirement.Id).ToHashSet();
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new Dictionary<string, int>(StringComparer.Ordinal);
        var left = logins;
        foreach (var each in InOrder([.. all.Where(each => each.Cost.UsesUp > 0)], judged, profile))
        {
            if (each.Cost.UsesUp > left)
            {
                leftOut.Add(each.Name);
                continue;
            }

            left -= each.Cost.UsesUp;
            chosen.Add(each.Name, each.Cost.UsesUp);
        }

        return new LoginChoice(leftOut, chosen, all.Sum(each => each.Cost.UsesUp));
    }

    // The cheapest scenario of each requirement that nothing else judges comes before a second one of any.
    private static IEnumerable<Priced> InOrder(IReadOnlyList<Priced> dear, HashSet<string> judged, IReadOnlyCollection<string> profile)
    {
        var firsts = dear.Where(each => !judged.Contains(each.Requirement.Id))
            .GroupBy(each => each.Requirement.Id)
            .Select(each => each.OrderBy(Destroys).ThenBy(Price).ThenBy(Name, StringComparer.Ordinal).First())
            .ToHashSet();
        return dear
            .OrderBy(each => !firsts.Contains(each))
            .ThenBy(each => !profile.Contains(each.Requirement.Id))
            .ThenByDescending(each => each.Requirement.Severity)
            .ThenBy(Destroys)
            .ThenBy(Price)
            .ThenBy(Name, StringComparer.Ordinal);
    }

    private static bool Destroys(Priced scenario) => scenario.Cost.Needs.Contains(Destructive);

    private static int Price(Priced scenario) => scenario.Cost.UsesUp;

    private static string Name(Priced scenario) => scenario.Name;

    private sealed record Priced(string Name, Requirement Requirement, ScenarioCost Cost);
}
