using Conformance.Schemas.Contracts;
using Conformance.Schemas.Costs;

namespace Conformance.Schemas.Sharding;

/// <summary>
/// Deals the scenarios of a contract out to shards: each scenario to one of them, and to each about as many requests, logins and leases of
/// accounts. Pure: whoever has the same suite deals alike.
/// </summary>
public static class ShardDeal
{
    // What one account has, or what is there once for all accounts, is used by one shard: others would be in its way.
    private static readonly HashSet<string> OfFirst = new(StringComparer.Ordinal)
    {
        "administrator", "applicationService", "boundEmail", "organizationId", "permissions.mayCreateAccounts",
        "permissions.mayReceiveMail",
    };

    /// <summary>The names of the scenarios, with their cases, of each shard.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="count">How many shards there are.</param>
    public static IReadOnlyList<IReadOnlySet<string>> Of(Contract contract, int count)
    {
        var costs = contract.Scenarios.SelectMany(scenario => scenario.Cases)
            .Select(name => (Name: name, Cost: contract.Costs.Of(name)))
            .ToList();
        var whole = costs.Aggregate(default(ShardLoad), (sum, each) => sum + ShardLoad.Of(each.Cost));
        HashSet<string>[] shares = [.. Enumerable.Range(0, count).Select(_ => new HashSet<string>(StringComparer.Ordinal))];
        var loads = new ShardLoad[count];
        var failedLogins = new int[count];
        // The heaviest first: the light ones fill up what they leave.
        foreach (var (name, load, failed, isFirst) in costs
            .Select(each => (
                each.Name, Load: ShardLoad.Of(each.Cost).PartOf(whole), each.Cost.FailedLogins, IsOfFirst: IsOfFirst(each.Cost)))
            .OrderByDescending(each => each.IsOfFirst)
            .ThenByDescending(each => each.FailedLogins)
            .ThenByDescending(each => each.Load.Largest)
            .ThenBy(each => each.Name, StringComparer.Ordinal))
        {
            // Each account may have a few failed logins: of these, no shard has many.
            var lightest = isFirst
                ? 0
                : Enumerable.Range(0, count).MinBy(i => (failed > 0 ? failedLogins[i] : 0, (loads[i] + load).Largest));
            failedLogins[lightest] += failed;
            shares[lightest].Add(name);
            loads[lightest] += load;
        }

        return shares;
    }

    private static bool IsOfFirst(ScenarioCost cost) => cost.Needs.Any(OfFirst.Contains);
}

/// <summary>What scenarios take, measured in three ways.</summary>
/// <param name="Requests">Requests.</param>
/// <param name="Logins">Logins, those for live sessions among them.</param>
/// <param name="Leases">How long accounts are leased: accounts, each for as many requests.</param>
internal readonly record struct ShardLoad(double Requests, double Logins, double Leases)
{
    public static ShardLoad operator +(ShardLoad one, ShardLoad other) =>
        new(one.Requests + other.Requests, one.Logins + other.Logins, one.Leases + other.Leases);

    public static ShardLoad Of(ScenarioCost cost)
    {
        // Also one of which nobody knows that it sends anything takes something.
        var requests = Math.Max(1, cost.Requests.Values.Sum());
        return new(requests, cost.Logins + cost.LiveSessions, cost.Accounts * requests);
    }

    /// <summary>Each as a part of the whole.</summary>
    public ShardLoad PartOf(ShardLoad whole) => new(Part(Requests, whole.Requests), Part(Logins, whole.Logins), Part(Leases, whole.Leases));

    /// <summary>The part that is the largest.</summary>
    public double Largest => Math.Max(Requests, Math.Max(Logins, Leases));

    private static double Part(double some, double all) => all > 0 ? some / all : 0;
}
