using Conformance.Record.Runs;

namespace Conformance.Reports.Diffing;

/// <summary>An endpoint that answers clearly slower or faster than before.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="OldMedian">Median time to an answer in the older run, in milliseconds.</param>
/// <param name="NewMedian">Median time to an answer in the newer run, in milliseconds.</param>
/// <param name="OldExchanges">Answers in the older run.</param>
/// <param name="NewExchanges">Answers in the newer run.</param>
public sealed record LatencyShift(string Endpoint, double OldMedian, double NewMedian, int OldExchanges, int NewExchanges)
{
    /// <summary>Fewer answers have no quartiles to speak of: with ten, each quartile has two answers beyond it.</summary>
    internal const int FewestExchanges = 10;

    /// <summary>What a person or a time limit would notice; a busy machine alone makes medians differ by half.</summary>
    internal const double LeastFactor = 2;

    /// <summary>
    /// In milliseconds. Below it lies the jitter of schedulers and garbage collectors, which doubles
    /// the median of a server that answers in one.
    /// </summary>
    internal const double LeastShift = 10;

    internal static IEnumerable<LatencyShift> Of(RunRecord old, RunRecord current)
    {
        var before = Times(old);
        var now = Times(current);
        return before.Keys
            .Where(now.ContainsKey)
            .Select(endpoint => Of(endpoint, before[endpoint], now[endpoint]))
            .OfType<LatencyShift>()
            .OrderByDescending(shift => Math.Abs(shift.NewMedian - shift.OldMedian))
            .ThenBy(shift => shift.Endpoint, StringComparer.Ordinal);
    }

    private static Dictionary<string, List<double>> Times(RunRecord record) => record.Scenarios
        .SelectMany(scenario => scenario.Exchanges)
        .Concat(record.ExchangesBesideScenarios)
        .Where(exchange => exchange.Response is not null)
        // Scenarios may share one as evidence.
        .DistinctBy(exchange => exchange.Number)
        .GroupBy(exchange => exchange.Endpoint, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key, group => group.Select(exchange => exchange.Milliseconds).Order().ToList(), StringComparer.Ordinal);

    private static LatencyShift? Of(string endpoint, List<double> old, List<double> current)
    {
        if (old.Count < FewestExchanges || current.Count < FewestExchanges)
            return null;

        var shift = new LatencyShift(endpoint, Quantile(old, 0.5), Quantile(current, 0.5), old.Count, current.Count);
        var isLarge = Math.Abs(shift.NewMedian - shift.OldMedian) >= LeastShift
            && Math.Max(shift.OldMedian, shift.NewMedian) >= LeastFactor * Math.Min(shift.OldMedian, shift.NewMedian);
        return isLarge && IsBeyondNoise(old, current) ? shift : null;
    }

    // Three quarters of one run's answers came sooner than three quarters of the other's: what a run that was now and then
    // disturbed does not show, however far its median went.
    private static bool IsBeyondNoise(List<double> one, List<double> other) =>
        Quantile(one, 0.75) < Quantile(other, 0.25) || Quantile(other, 0.75) < Quantile(one, 0.25);

    private static double Quantile(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = sorted[(int)place];
        var above = sorted[Math.Min((int)place + 1, sorted.Count - 1)];
        return below + ((above - below) * (place - Math.Floor(place)));
    }
}
