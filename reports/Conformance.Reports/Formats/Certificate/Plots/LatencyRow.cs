using Conformance.Reports.Formats.Certificate.Runs;

namespace Conformance.Reports.Formats.Certificate.Plots;

/// <summary>How fast one endpoint answered, in milliseconds.</summary>
public sealed record LatencyRow(string Endpoint, int Answers, double Least, double Median, double P95, double Most)
{
    /// <summary>Every endpoint that answered, the most asked first.</summary>
    public static IReadOnlyList<LatencyRow> Of(RunView run) =>
        [.. run.Exchanges
            .Where(exchange => exchange.Response is not null)
            .GroupBy(exchange => exchange.Endpoint, exchange => exchange.Milliseconds, StringComparer.Ordinal)
            .Select(times => Of(times.Key, [.. times.Order()]))
            .OrderByDescending(row => row.Answers)
            .ThenBy(row => row.Endpoint, StringComparer.Ordinal)];

    private static LatencyRow Of(string endpoint, double[] times) =>
        new(endpoint, times.Length, times[0], Quantile(times, 0.5), Quantile(times, 0.95), times[^1]);

    // The nearest rank: a time that was measured, not one in between.
    private static double Quantile(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
