using Conformance.Fixtures.Targets;
using Conformance.Record.Journal;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>Shards share what a run may use of a target.</summary>
public sealed class ShardSettingsTests
{
    [Test]
    public void No_two_shards_use_one_account()
    {
        var target = Target(accounts: 7);

        var shares = Enumerable.Range(1, 3).Select(index => UsersOf(target, new Shard(index, 3))).ToList();

        shares.SelectMany(users => users).Should().BeEquivalentTo(target.Accounts.Select(account => account.User));
        shares.Select(users => users.Count).Should().Equal(3, 2, 2);
    }

    [Test]
    public void The_first_has_the_account_that_others_are_not_like()
    {
        var target = Target(accounts: 4);
        target = target with { Accounts = [.. target.Accounts.SkipLast(1), target.Accounts[^1] with { BoundEmail = "a@example.org" }] };

        UsersOf(target, new Shard(1, 2)).Should().Equal("user-4", "user-2");
        UsersOf(target, new Shard(2, 2)).Should().Equal("user-1", "user-3");
    }

    [TestCase(20, 3, 6)]
    [TestCase(3, 3, 1)]
    public void Together_they_send_no_more_requests_than_one_run(int most, int shards, int each)
    {
        var share = ShardSettings.Of(
            Target(accounts: 8) with { Limits = new LimitSettings { RequestsPerSecond = most } }, new Shard(1, shards));

        share.RequestsPerSecond.Should().Be(each);
        share.Limits.RequestsPerSecond.Should().Be(most, "the record tells what was declared");
    }

    [Test]
    public void Without_a_limit_there_is_none() =>
        ShardSettings.Of(Target(accounts: 8), new Shard(1, 4)).RequestsPerSecond.Should().BeNull();

    [Test]
    public void Whoever_has_too_few_accounts_is_told_how_many_there_have_to_be() =>
        Refusal(Target(accounts: 7)).Should().Be("4 shards need 8 accounts, 2 each, and x.json has 7: add accounts, or use fewer shards");

    [Test]
    public void Whoever_has_few_logins_runs_the_suite_as_a_whole() =>
        Refusal(Target(accounts: 8) with { Limits = new LimitSettings { Logins = 9 } }).Should().StartWith("limits.logins in x.json ");

    [Test]
    public void One_shard_is_the_whole() =>
        ShardSettings.Of(Target(accounts: 1) with { Limits = new LimitSettings { Logins = 9 } }, new Shard(1, 1))
            .Accounts.Should().HaveCount(1);

    [TestCase("user-1", "@USER-1:example.org")]
    [TestCase("alice@example.org", "Alice@example.org")]
    public void One_user_with_two_names_is_not_given_to_two_shards(string one, string other)
    {
        var target = Target(accounts: 8);

        Refusal(target with { Accounts = [new(one, "x"), .. target.Accounts.Skip(1), new(other, "x")] })
            .Should().Be($"{one} and {other} in x.json may be one user, whom two shards would use: name each once");
    }

    [Test]
    public void All_shards_ask_for_the_same_organization()
    {
        var target = Target(accounts: 4);
        target = target with { Accounts = [target.Accounts[0] with { OrganizationId = "org" }, .. target.Accounts.Skip(1)] };

        ShardSettings.Of(target, new Shard(2, 2)).AnyOrganizationId.Should().Be("org");
    }

    [Test]
    public void A_request_cannot_be_shared() =>
        Refusal(Target(accounts: 8) with { Limits = new LimitSettings { RequestsPerSecond = 3 } })
            .Should().StartWith("limits.requestsPerSecond in x.json is 3, for 4 shards together");

    private static string Refusal(TargetSettings target) =>
        FluentActions.Invoking(() => ShardSettings.Of(target, new Shard(1, 4))).Should().Throw<ShardException>().Which.Message;

    private static List<string> UsersOf(TargetSettings target, Shard shard) =>
        [.. ShardSettings.Of(target, shard).Accounts.Select(account => account.User)];

    private static TargetSettings Target(int accounts) => new()
    {
        Name = "x",
        Contract = KnownContracts.Matrix,
        BaseUrl = "http://127.0.0.1:1",
        PathPrefix = "",
        Accounts = [.. Enumerable.Range(1, accounts).Select(number => new AccountSettings($"user-{number}", "correct horse"))],
        Tolerances = new ToleranceSettings(),
        File = "x.json",
    };
}
