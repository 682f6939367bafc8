using System.Globalization;
using Conformance.Record.Exchanges;
using Conformance.Record.Runs;

namespace Conformance.Reports.Verification;

/// <summary>A run lasts as long as its exchanges: waivers are held against its start, so nobody may move that.</summary>
internal static class TimeCheck
{
    // An exchange begins by the clock on the wall, which may be set while the run lasts, and lasts by a stopwatch.
    private static readonly TimeSpan Granularity = TimeSpan.FromSeconds(2);

    // The preflight asks at once; before it, a target is opened, which may take a busy machine a while.
    private static readonly TimeSpan LongestOpening = TimeSpan.FromMinutes(5);

    public static IEnumerable<Contradiction> Contradictions(RunRecord record)
    {
        var (start, end) = (record.StartedAt, record.EndedAt ?? DateTimeOffset.MaxValue);
        var exchanges = RecordedExchanges.Of(record).ToList();
        if (end < start)
            yield return new("endedAt", $"is {Shown(end)}, before startedAt {Shown(start)}");

        if (exchanges.Count > 0 && exchanges.Min(exchange => exchange.StartedAt) is var first && first - start > LongestOpening)
            yield return new("startedAt", $"is {Shown(start)}, and the first exchange began at {Shown(first)}");

        foreach (var exchange in exchanges.Where(exchange => IsOutside(exchange, start, end)))
        {
            yield return new(
                $"exchange {exchange.Number}",
                $"began at {Shown(exchange.StartedAt)} and took {Seconds(exchange.Milliseconds)}, outside of the run: "
                + $"{Shown(start)} … {Shown(end)}");
        }

        foreach (var scenario in record.Scenarios.Where(scenario => !Fits(scenario.Milliseconds, end - start)))
        {
            yield return new(
                $"{scenario.Requirement}, {JsonText.Short(scenario.Scenario)}",
                $"took {Seconds(scenario.Milliseconds)}, longer than the run");
        }
    }

    // Differences, because a forged time may be the last that there is.
    private static bool IsOutside(Exchange exchange, DateTimeOffset start, DateTimeOffset end) =>
        start - exchange.StartedAt > Granularity || !Fits(exchange.Milliseconds, end - exchange.StartedAt);

    private static bool Fits(double milliseconds, TimeSpan room) =>
        milliseconds >= 0 && milliseconds <= room.TotalMilliseconds + Granularity.TotalMilliseconds;

    private static string Shown(DateTimeOffset time) =>
        time == DateTimeOffset.MaxValue ? "never" : time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture);

    private static string Seconds(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.###} s");
}
