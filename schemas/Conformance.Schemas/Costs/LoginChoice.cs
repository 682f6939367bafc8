using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Costs;

/// <summary>What a run does that may log in so often only: as many requirements as possible are judged, those that fail first.</summary>
/// <param name="LeftOut">Names of the scenarios for which no login is left.</param>
/// <param name="Logins">How many logins the others make.</param>
/// <param name="Wanted">How many all of them would make.</param>
public sealed record LoginChoice(IReadOnlySet<string> LeftOut, int Logins, int Wanted)
{
    private const string Destructive = "permissions.destructive";

    /// <summary>A run that may log in as often as it wants.</summary>
    public static LoginChoice Everything { get; } = new(new HashSet<string>(), 0, 0);

    /// <summary>Chooses. Pure: the same scenarios and costs give the same choice.</summary>
    /// <param name="scenarios">Those that log in, and what they judge.</param>
    /// <param name="costs">What they cost.</param>
    /// <param name="logins">How many logins there are for them.</param>
    public static LoginChoice Of(IReadOnlyCollection<(string Name, Requirement Requirement)> scenarios, CostList costs, int logins)
    {
        List<Priced> all = [.. scenarios.Select(scenario => new Priced(scenario.Name, scenario.Requirement, costs.Of(scenario.Name)))];
        var judged = all.Where(each => each.Cost.Opens == 0).Select(each => each.Requirement.Id).ToHashSet();
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        var left = logins;
        foreach (var each in InOrder([.. all.Where(each => each.Cost.Opens > 0)], judged))
        {
            if (each.Cost.Opens <= left)
                left -= each.Cost.Opens;
            else
                leftOut.Add(each.Name);
        }

        return new LoginChoice(leftOut, logins - left, all.Sum(each => each.Cost.Opens));
    }

    // The cheapest scenario of each requirement that nothing else judges comes before a second one of any.
    private static IEnumerable<Priced> InOrder(IReadOnlyList<Priced> dear, HashSet<string> judged)
    {
        var firsts = dear.Where(each => !judged.Contains(each.Requirement.Id))
            .GroupBy(each => each.Requirement.Id)
            .Select(each => each.OrderBy(Destroys).ThenBy(Price).ThenBy(Name, StringComparer.Ordinal).First())
            .ToHashSet();
        return dear
            .OrderBy(each => !firsts.Contains(each))
            .ThenByDescending(each => each.Requirement.Severity)
            .ThenBy(Destroys)
            .ThenBy(Price)
            .ThenBy(Name, StringComparer.Ordinal);
    }

    private static bool Destroys(Priced scenario) => scenario.Cost.Needs.Contains(Destructive);

    private static int Price(Priced scenario) => scenario.Cost.Opens;

    private static string Name(Priced scenario) => scenario.Name;

    private sealed record Priced(string Name, Requirement Requirement, ScenarioCost Cost);
}
