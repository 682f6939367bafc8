using Conformance.Fixtures.Circuits;
using Conformance.Fixtures.Outcomes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Circuits;

/// <summary>What gives no answers is tried once more by one request, and then never again.</summary>
[Parallelizable(ParallelScope.All), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CircuitBreakerTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SkippingTime time = new();
    private readonly CircuitBreaker breaker;

    public CircuitBreakerTests() => breaker = new CircuitBreaker(3, Pause, time, cause => $"not any more: {cause}");

    [Test]
    public async Task Opens_when_the_probe_fails_too()
    {
        await Fail(3);
        time.Waited.Should().Be(TimeSpan.Zero);

        await Fail(1);

        time.Waited.Should().Be(Pause);
        var further = async () => await breaker.Enter(CancellationToken.None);
        (await further.Should().ThrowAsync<NoLongerAskedException>()).WithMessage("not any more: hung up");
    }

    [Test]
    public async Task Closes_when_the_probe_is_answered()
    {
        await Fail(3);
        (await breaker.Enter(CancellationToken.None)).Answered();

        await Fail(3);

        breaker.Why.Should().BeNull();
    }

    [Test]
    public async Task Forgets_failures_at_any_answer()
    {
        for (var round = 0; round < 5; round++)
        {
            await Fail(2);
            (await breaker.Enter(CancellationToken.None)).Answered();
        }

        time.Waited.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public async Task Lets_one_probe_and_keeps_the_others_waiting()
    {
        await Fail(3);
        var probe = await breaker.Enter(CancellationToken.None);
        var others = Enumerable.Range(0, 20).Select(_ => breaker.Enter(CancellationToken.None)).ToList();
        others.Should().NotContain(other => other.IsCompleted);

        probe.Failed("hung up");

        foreach (var other in others)
            await FluentActions.Awaiting(() => other).Should().ThrowAsync<NoLongerAskedException>();
    }

    [Test]
    public async Task Takes_another_probe_where_the_first_came_to_nothing()
    {
        await Fail(3);
        (await breaker.Enter(CancellationToken.None)).Dispose();

        await Fail(1);

        breaker.Why.Should().NotBeNull();
    }

    [Test]
    public async Task Is_not_opened_by_what_was_on_its_way_before_the_probe()
    {
        var late = await breaker.Enter(CancellationToken.None);
        await Fail(3);
        var probe = await breaker.Enter(CancellationToken.None);

        late.Failed("hung up");
        breaker.Why.Should().BeNull();
        probe.Answered();

        (await breaker.Enter(CancellationToken.None)).Should().NotBeNull();
    }

    private async Task Fail(int times)
    {
        for (var failure = 0; failure < times; failure++)
            (await breaker.Enter(CancellationToken.None)).Failed("hung up");
    }
}
