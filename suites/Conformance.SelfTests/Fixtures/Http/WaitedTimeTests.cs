using Conformance.Fixtures.Http;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>What a scenario waits for is not its own slowness, from the moment at which it begins to wait.</summary>
public sealed class WaitedTimeTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(333);

    [Test]
    public async Task Counts_a_wait_that_is_over_before_anybody_looks()
    {
        var time = new SkippingTime();
        var waited = new WaitedTime();

        await waited.While(() => Pause(time), time);

        waited.Total.Should().Be(Wait);
    }

    [Test]
    public async Task Counts_waits_at_the_same_time_once()
    {
        var time = new SkippingTime();
        var waited = new WaitedTime();
        var first = new TaskCompletionSource<int>();

        var both = Task.WhenAll(waited.While(() => first.Task, time), waited.While(() => Pause(time), time));
        first.SetResult(0);
        await both;

        waited.Total.Should().Be(Wait);
    }

    // The clock has gone on as soon as the timer is made.
    private static async Task<int> Pause(SkippingTime time)
    {
        await Task.Delay(Wait, time);
        return 0;
    }
}
