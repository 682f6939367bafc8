using System.Collections.Concurrent;
using Conformance.Fixtures.Leasing;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Leasing;

/// <summary>Accounts are lent to one scenario at a time, and every scenario gets its turn.</summary>
[Parallelizable(ParallelScope.All), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LeaseTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly DrivenTarget target = new(DrivenTarget.Settings("http://127.0.0.1:9"));
    private readonly ConcurrentDictionary<string, byte> inUse = new();

    public void Dispose() => target.Dispose();

    [Test]
    public async Task Never_lends_an_account_twice_at_once()
    {
        var pool = new AccountPool<string>(["alice", "bob", "carol"]);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Scenario(async () => await Use(await pool.Lease())))).WaitAsync(Bound);
    }

    [Test]
    public async Task Lends_one_and_two_accounts_without_a_deadlock()
    {
        var pool = new AccountPool<string>(["alice", "bob"]);
        async Task One() => await Use(await pool.Lease());
        async Task Two()
        {
            var (first, second) = await pool.LeaseTwo();
            await Use(first, second);
        }

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Scenario(number % 2 == 0 ? One : Two))).WaitAsync(Bound);
    }

    [Test]
    public async Task Lends_an_account_that_fits()
    {
        var pool = new AccountPool<string>(["alice", "bob", "carol"]);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Scenario(async () =>
        {
            var lent = await pool.Lease(name => name == "bob", "Bob");
            lent.Should().Be("bob");
            await Use(lent);
        }))).WaitAsync(Bound);
    }

    [Test]
    public async Task Says_what_no_account_has()
    {
        var pool = new AccountPool<string>(["alice"]);

        var lease = () => Scenario(() => pool.Lease(name => name == "bob", "Bob"));

        (await lease.Should().ThrowAsync<NotApplicableException>()).WithMessage("It needs Bob.");
    }

    [Test]
    public async Task Lets_nobody_overtake_a_scenario_that_waits_for_two()
    {
        var pool = new AccountPool<string>(["alice", "bob"]);
        var order = new ConcurrentQueue<string>();
        var mayEnd = new TaskCompletionSource();
        var holder = Scenario(async () =>
        {
            await pool.Lease();
            await mayEnd.Task;
        });
        var two = Scenario(async () =>
        {
            await pool.LeaseTwo();
            order.Enqueue("two");
        });
        var one = Scenario(async () =>
        {
            await pool.Lease();
            order.Enqueue("one");
        });

        mayEnd.SetResult();
        await Task.WhenAll(holder, two, one).WaitAsync(Bound);

        order.Should().Equal("two", "one");
    }

    [Test]
    public async Task Is_not_applicable_where_two_accounts_are_needed_and_one_is_there()
    {
        var pool = new AccountPool<string>(["alice"]);
        target.Enter();

        var leasing = pool.LeaseTwo;

        (await leasing.Should().ThrowAsync<NotApplicableException>()).WithMessage("It needs 2 accounts; the target file has 1.");
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Refuses_a_second_lease_at_once_and_loses_no_account_by_it(int accounts)
    {
        var pool = new AccountPool<string>(Enumerable.Range(0, accounts).Select(number => $"user-{number}"));
        var scenario = target.Enter();
        await pool.Lease();

        var again = () => pool.Lease().WaitAsync(Bound);

        (await again.Should().ThrowAsync<InvalidOperationException>()).WithMessage("Lease all accounts of a scenario at once: LeaseTwo().");
        await scenario.Finish(ended: null);
        await Everything(pool, accounts).WaitAsync(Bound);
    }

    [Test]
    public async Task Gives_accounts_back_when_a_session_cannot_be_closed()
    {
        var pool = new AccountPool<string>(["alice"]);
        var scenario = target.Enter();
        await pool.Lease();
        scenario.Created(new StubbornSession());

        var finishing = () => scenario.Finish(ended: null);

        await finishing.Should().ThrowAsync<NotSupportedException>();
        await Everything(pool, count: 1).WaitAsync(Bound);
    }

    // Every account is lent at once only if none was lost.
    private Task Everything(AccountPool<string> pool, int count) => Scenario(async () =>
    {
        var lent = count == 1 ? [await pool.Lease()] : await Two(pool);
        lent.Distinct().Should().HaveCount(count);
    });

    private static async Task<string[]> Two(AccountPool<string> pool) =>
        await pool.LeaseTwo() is var (first, second) ? [first, second] : [];

    private async Task Scenario(Func<Task> deed)
    {
        var scenario = target.Enter();
        await deed();
        await scenario.Finish(ended: null);
    }

    private async Task Use(params string[] accounts)
    {
        accounts.Select(account => inUse.TryAdd(account, 0)).Should().NotContain(false, "nobody else has it");
        await Task.Yield();
        inUse.Keys.Should().Contain(accounts);
        Array.ForEach(accounts, account => inUse.Remove(account, out _));
    }

    private sealed class StubbornSession : ICreation
    {
        public string Name => "stubborn";

        public Task<bool> Close() => throw new NotSupportedException();
    }
}
