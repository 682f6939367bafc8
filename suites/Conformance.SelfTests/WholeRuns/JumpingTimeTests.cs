using Conformance.Fixtures.Runs;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>The clock of runs against reference servers jumps where all wait, and only there.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class JumpingTimeTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly JumpingTime time = new();

    public void Dispose() => time.Dispose();

    [Test]
    public async Task Jumps_to_the_moment_that_all_wait_for()
    {
        time.AtWork = () => 2;
        var (started, today) = (time.GetTimestamp(), time.GetUtcNow());

        await Task.WhenAll(Wait(TimeSpan.FromHours(2)), Wait(TimeSpan.FromHours(2))).WaitAsync(Bound);

        time.GetElapsedTime(started).Should().BeCloseTo(TimeSpan.FromHours(2), Bound);
        (time.GetUtcNow() - today).Should().BeCloseTo(TimeSpan.FromHours(2), Bound);
    }

    [Test]
    public async Task Goes_like_any_clock_while_somebody_is_at_work()
    {
        time.AtWork = () => 2;

        var waiting = Wait(TimeSpan.FromHours(1));

        (await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System))).Should().NotBe(waiting);
        time.AtWork = () => 1;
        await waiting.WaitAsync(Bound);
    }

    [Test]
    public async Task Rings_what_others_wait_for_when_it_has_jumped_over_it()
    {
        time.AtWork = () => 1;
        var others = Task.Delay(TimeSpan.FromMinutes(30), time);

        await Wait(TimeSpan.FromHours(1)).WaitAsync(Bound);

        await others.WaitAsync(Bound);
    }

    // As a scenario of its own does.
    private Task Wait(TimeSpan pause) => Task.Run(async () =>
    {
        using var target = new DrivenTarget(DrivenTarget.Settings("http://127.0.0.1:1"), time);
        target.Enter();
        ScenarioRun.Running.Should().NotBeNull();
        await Task.Delay(pause, time);
    });
}
