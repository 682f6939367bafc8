using Conformance.Fixtures.Circuits;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Runs;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// A clock for a server and the run against it on which nobody waits in vain: where every scenario at work waits for a moment, it jumps to
/// the first of those moments. While any of them computes or waits for an answer, it goes like any other clock, so that whatever happens
/// at once still does.
/// </summary>
internal sealed class JumpingTime : TimeProvider, IDisposable
{
    /// <summary>
    /// How often it looks. Two looks at the same waiting make a jump: a scenario may wait in
    /// one of its branches and go on in another.
    /// </summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>
    /// How much later than its moment a timer may ring, so that one jump does for several; on a busy machine it may be more.
    /// </summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private readonly ITimer looking;
    private IReadOnlyList<Alarm> seen = [];
    private long jumped;

    public JumpingTime() => looking = System.CreateTimer(_ => JumpIfAllWait(), null, Look, Look);

    /// <summary>How many scenarios are at work; none keeps the clock from jumping.</summary>
    public Func<int> AtWork { get; set; } = () => 0;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Interlocked.Read(ref jumped);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref jumped));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Alarm(this, callback, state, dueTime, period);

    public void Dispose() => looking.Dispose();

    private void JumpIfAllWait()
    {
        lock (gate)
        {
            if (alarms.Count == 0)
                return;

            var waiting = alarms.Where(alarm => alarm.Waiter is not null).ToList();
            var unchanged = waiting.SequenceEqual(seen);
            seen = waiting;
            var waitingAtWork = waiting.Where(alarm => !alarm.IsAside).Select(alarm => alarm.Waiter).Distinct().Count();
            if (!unchanged || waiting.Count == 0 || waitingAtWork < AtWork())
                return;

            var now = GetTimestamp();
            var ahead = Math.Max(0, waiting.Min(alarm => alarm.Due) - now) + Late.Ticks;
            Interlocked.Add(ref jumped, ahead);
            foreach (var alarm in alarms.Where(alarm => alarm.Due <= now + ahead).ToList())
                alarm.RingNow();
        }
    }

    /// <summary>A timer that rings by itself, or when the clock has jumped to its moment.</summary>
    private sealed class Alarm : ITimer
    {
        private readonly JumpingTime time;
        private readonly ITimer timer;
        private readonly Func<bool> isAside = Visit.Current is { } visit ? () => visit.IsAside : () => false;

        public Alarm(JumpingTime time, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            this.time = time;
            Waiter = ScenarioRun.Running ?? (object?)(ExchangeLog.Running is { IsPreflight: true } preflight ? preflight : null);
            timer = System.CreateTimer(
                told =>
                {
                    Remove();
                    callback(told);
                },
                state,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
            Change(dueTime, period);
        }

        /// <summary>Who waits: a scenario, or a preflight, beside which there is none; null if it is neither.</summary>
        public object? Waiter { get; }

        /// <summary>Whether it is not at work while it waits.</summary>
        public bool IsAside => isAside();

        /// <summary>When it rings, as a timestamp of the clock.</summary>
        public long Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                time.alarms.Remove(this);
                // What rings again and again is watched by nobody but a person.
                if (dueTime != Timeout.InfiniteTimeSpan && period == Timeout.InfiniteTimeSpan)
                {
                    Due = time.GetTimestamp() + dueTime.Ticks;
                    time.alarms.Add(this);
                }

                return timer.Change(dueTime, period);
            }
        }

        public void RingNow()
        {
            time.alarms.Remove(this);
            timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            Remove();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Remove();
            return timer.DisposeAsync();
        }

        private void Remove()
        {
            lock (time.gate)
                time.alarms.Remove(this);
        }
    }
}
