namespace Conformance.SelfTests.ReferenceServers.RealClient;

/// <summary>The system's time, with leaps: what would be minutes of waiting is over at once, and never too early.</summary>
internal sealed class LeapingTime : TimeProvider
{
    private long leaptTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref leaptTicks));

    public void Leap(TimeSpan time) => Interlocked.Add(ref leaptTicks, time.Ticks);
}
