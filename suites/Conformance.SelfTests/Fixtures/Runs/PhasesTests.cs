using Conformance.Fixtures.Runs;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Runs;

/// <summary>Where a run says that its time went.</summary>
public sealed class PhasesTests
{
    [Test]
    public void Are_told_one_after_the_other()
    {
        var time = new SteppingTime();
        var phases = new RunPhases(time);

        phases.Begin("preflight");
        time.Step(TimeSpan.FromSeconds(0.25));
        phases.Begin("scenarios");
        time.Step(TimeSpan.FromSeconds(61.04));
        phases.End();
        time.Step(TimeSpan.FromSeconds(5));
        phases.End();

        phases.ToString().Should().Be("preflight 0.3 s, scenarios 61.0 s");
    }

    private sealed class SteppingTime : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Step(TimeSpan by) => now += by.Ticks;
    }
}
