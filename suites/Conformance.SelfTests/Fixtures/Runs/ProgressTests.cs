using Conformance.Fixtures.Runs;
using Conformance.Record.Verdicts;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Runs;

/// <summary>What a person who waits for a long run is told.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ProgressTests
{
    private readonly ManualTime time = new();
    private readonly List<string> told = [];

    [Test]
    public void Tells_scenarios_and_verdicts_the_worst_first()
    {
        var target = Target();
        using var progress = new RunProgress([target], told.Add, time);
        target.Finished(Verdict.Pass);
        target.Finished(Verdict.Pass);
        target.Finished(Verdict.Fail);
        target.Finished(Verdict.NotApplicable);

        time.FireTimer();

        told.Should().Equal("staging: 4 of 317 scenarios, 1 fail, 2 pass, 1 n.a.");
    }

    [Test]
    public void Says_nothing_where_nothing_has_changed()
    {
        using var progress = new RunProgress([Target()], told.Add, time);

        time.FireTimer();
        time.FireTimer();

        told.Should().Equal("staging: 0 of 317 scenarios");
    }

    [Test]
    public void Tells_until_when_a_rate_limit_is_waited_out()
    {
        var target = Target();
        using var progress = new RunProgress([target], told.Add, time);
        target.Waits(time.GetUtcNow().AddSeconds(40));
        target.Waits(time.GetUtcNow().AddSeconds(10));

        time.FireTimer();
        time.Now += TimeSpan.FromMinutes(1);
        time.FireTimer();

        told.Should().Equal("staging: 0 of 317 scenarios; rate-limited, waiting until 12:00:40 UTC", "staging: 0 of 317 scenarios");
    }

    [Test]
    public void Tells_a_wait_once_and_at_once()
    {
        var target = Target();
        target.Watcher = told.Add;
        target.Waits(time.GetUtcNow().AddSeconds(40));
        target.Waits(time.GetUtcNow().AddSeconds(10));
        target.Waits(time.GetUtcNow().AddSeconds(50));
        time.Now += TimeSpan.FromMinutes(1);
        target.Waits(time.GetUtcNow().AddSeconds(40));

        told.Should().Equal(
            "staging: rate-limited, waiting until 12:00:40 UTC", "staging: rate-limited, waiting until 12:01:40 UTC");
    }

    [Test]
    public void Tells_of_all_targets_at_once()
    {
        using var progress = new RunProgress([Target(), new TargetProgress("other", time) { Planned = 2 }], told.Add, time);

        time.FireTimer();

        told.Should().Equal("staging: 0 of 317 scenarios\nother: 0 of 2 scenarios");
    }

    private TargetProgress Target() => new("staging", time) { Planned = 317 };

    /// <summary>A clock whose only timer fires when a test says so.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private Action fire = () => throw new InvalidOperationException("There is no timer.");

        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;

        public void FireTimer() => fire();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            fire = () => callback(state);
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
