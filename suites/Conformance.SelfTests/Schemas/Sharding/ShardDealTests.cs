using Conformance.Schemas.Contracts;
using Conformance.Schemas.Sharding;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Sharding;

/// <summary>Scenarios are dealt out to shards: each once, and about as much to each shard.</summary>
public sealed class ShardDealTests
{
    private static readonly string[] OfOneAccount =
    [
        "administrator", "applicationService", "boundEmail", "organizationId", "permissions.mayCreateAccounts",
        "permissions.mayReceiveMail",
    ];

    private static IEnumerable<Contract> Contracts => KnownContracts.All.Contracts;

    [Test]
    public void Each_scenario_is_in_one_shard(
        [ValueSource(nameof(Contracts))] Contract contract, [Values(1, 2, 3, 8, 100, 1000)] int count)
    {
        var shares = ShardDeal.Of(contract, count);

        shares.Should().HaveCount(count);
        shares.SelectMany(share => share).Should().BeEquivalentTo(contract.Scenarios.SelectMany(scenario => scenario.Cases));
    }

    [Test]
    public void No_shard_has_much_more_to_do_than_another(
        [ValueSource(nameof(Contracts))] Contract contract, [Values(2, 3, 4, 5)] int count)
    {
        var shares = ShardDeal.Of(contract, count);

        Most(name => contract.Costs.Of(name).Requests.Values.Sum()).Should().BeLessThan(1.1);
        Most(name => contract.Costs.Of(name).Logins + contract.Costs.Of(name).LiveSessions).Should().BeLessThan(1.1);
        Most(name => contract.Costs.Of(name).Accounts * contract.Costs.Of(name).Requests.Values.Sum()).Should().BeLessThan(1.1);

        shares.Max(share => share.Sum(name => contract.Costs.Of(name).FailedLogins))
            .Should().BeLessThanOrEqualTo((int)Math.Ceiling(
                shares.SelectMany(share => share).Sum(name => contract.Costs.Of(name).FailedLogins) / (double)count) + 1);

        // Of an even share.
        double Most(Func<string, int> cost) =>
            shares.Max(share => share.Sum(cost)) * (double)count / shares.SelectMany(share => share).Sum(cost);
    }

    [Test]
    public void What_only_one_account_has_is_used_by_one_shard([ValueSource(nameof(Contracts))] Contract contract)
    {
        var shares = ShardDeal.Of(contract, 4);

        shares.Select(share => share.Count(name => contract.Costs.Of(name).Needs.Intersect(OfOneAccount).Any()))
            .Should().Equal(shares[0].Count(name => contract.Costs.Of(name).Needs.Intersect(OfOneAccount).Any()), 0, 0, 0);
    }

    [Test]
    public void Whoever_deals_deals_alike([ValueSource(nameof(Contracts))] Contract contract) =>
        ShardDeal.Of(contract, 5).Should().BeEquivalentTo(ShardDeal.Of(contract, 5), options => options.WithStrictOrdering());
}
