namespace Conformance.SelfTests.Fixtures;

/// <summary>A clock that nobody has to wait for: a timer fires at once, and its time has then passed.</summary>
internal sealed class SkippingTime : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset now = Start;

    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How much time was waited for in all.</summary>
    public TimeSpan Waited => GetUtcNow() - Start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
            now += dueTime > TimeSpan.Zero ? dueTime : TimeSpan.Zero;

        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
