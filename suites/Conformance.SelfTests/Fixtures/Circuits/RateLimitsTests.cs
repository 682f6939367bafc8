using Conformance.Fixtures.Circuits;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Targets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Circuits;

/// <summary>After a refusal nobody asks before the time that the server named, and who has to wait is learnt from its refusals.</summary>
[Parallelizable(ParallelScope.All), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RateLimitsTests : IDisposable
{
    private const string Login = "POST /login";

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    private readonly SkippingTime time = new();
    private readonly List<DateTimeOffset> told = [];
    private readonly RateLimits limits;

    public RateLimitsTests()
    {
        var settings = DrivenTarget.Settings("http://127.0.0.1:9") with
        {
            Limits = new LimitSettings { Waiting = TimeSpan.FromMinutes(2) },
        };
        limits = new RateLimits(new RateLimitWaits(settings, time, told.Add), time);
    }

    public void Dispose() => limits.Dispose();

    [Test]
    public async Task Waits_at_the_same_account_alone()
    {
        await Refuse("alice", Wait);

        await LetIn("bob");
        time.Waited.Should().Be(TimeSpan.Zero);
        await LetIn("alice");

        time.Waited.Should().Be(Wait);
        told.Should().Equal(SkippingTime.Start + Wait);
    }

    [Test]
    public async Task Waits_together_as_soon_as_two_accounts_are_refused()
    {
        await Refuse("alice", Wait);
        await Refuse("bob", Wait);

        await LetIn("carol");

        time.Waited.Should().Be(Wait);
    }

    [Test]
    public async Task Waits_at_the_same_endpoint_alone()
    {
        await Refuse(account: null, Wait);

        using var other = await limits.Enter("GET /login", null, CancellationToken.None);

        time.Waited.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public async Task Lets_them_in_one_at_a_time_from_then_on()
    {
        await Refuse("alice", TimeSpan.Zero);
        var first = await limits.Enter(Login, "alice", CancellationToken.None);

        var second = limits.Enter(Login, "alice", CancellationToken.None);

        second.IsCompleted.Should().BeFalse();
        first.LetIn();
        first.Dispose();
        (await second).Dispose();
    }

    [Test]
    public async Task Lets_them_in_at_once_again_when_the_limit_proves_to_be_no_narrow_one()
    {
        await Refuse("alice", TimeSpan.Zero);
        for (var login = 0; login < 10; login++)
            await LetIn("alice");

        using var first = await limits.Enter(Login, "alice", CancellationToken.None);
        var second = limits.Enter(Login, "alice", CancellationToken.None);

        second.IsCompleted.Should().BeTrue();
        (await second).Dispose();
    }

    [Test]
    public async Task Does_not_wait_longer_in_all_than_the_target_file_allows()
    {
        for (var wait = 0; wait < 4; wait++)
        {
            await Refuse("alice", Wait);
            await LetIn("alice");
        }

        await Refuse("alice", Wait);
        var beyond = () => limits.Enter(Login, "alice", CancellationToken.None);

        (await beyond.Should().ThrowAsync<NoLongerAskedException>()).WithMessage(
            "POST /login is rate-limited, and the run has waited for that as long as limits.waitMinutes (2) of driven.json allows. "
            + "Raise it, or the server's limit.");
    }

    [Test]
    public async Task Sends_nothing_into_a_limit_that_is_known_to_be_closed_for_too_long()
    {
        await Refuse("alice", TimeSpan.FromHours(1));
        var asking = () => limits.Enter(Login, "alice", CancellationToken.None);

        for (var scenario = 0; scenario < 3; scenario++)
        {
            (await asking.Should().ThrowAsync<NoLongerAskedException>()).WithMessage(
                "POST /login is rate-limited and asks to wait 3600 s. Raise tolerances.rateLimitWaitSeconds in driven.json, "
                + "or the server's limit.");
        }

        time.Waited.Should().Be(TimeSpan.Zero);
    }

    private async Task Refuse(string? account, TimeSpan wait)
    {
        using var admission = await limits.Enter(Login, account, CancellationToken.None);
        admission.Refused(wait);
    }

    private async Task LetIn(string account)
    {
        using var admission = await limits.Enter(Login, account, CancellationToken.None);
        admission.LetIn();
    }
}
