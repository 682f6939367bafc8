namespace Conformance.Reports.Formats.Certificate.Plots;

/// <summary>Places times on a logarithmic axis: latencies differ by factors.</summary>
/// <param name="Least">The time at the left end, in milliseconds.</param>
/// <param name="Most">The time at the right end.</param>
public sealed record LatencyScale(double Least, double Most)
{
    /// <summary>Width of a plot in its own units.</summary>
    public const double Width = 200;

    private const double Margin = 4;
    private const double Shortest = 0.1;

    /// <summary>From the power of ten below the shortest time to the one above the longest.</summary>
    public static LatencyScale Of(IReadOnlyList<LatencyRow> rows) => new(
        Power(Math.Floor(Math.Log10(Math.Max(Shortest, rows.Min(row => row.Least))))),
        Power(Math.Ceiling(Math.Log10(Math.Max(1, rows.Max(row => row.Most))))));

    /// <summary>The powers of ten of the axis.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            for (var tick = Least; tick <= Most * 1.01; tick *= 10)
                yield return tick;
        }
    }

    public double At(double milliseconds)
    {
        var share = Math.Log10(Math.Max(Least, milliseconds) / Least) / Math.Log10(Math.Max(10, Most / Least));
        return Margin + (share * (Width - (2 * Margin)));
    }

    private static double Power(double exponent) => Math.Pow(10, exponent);
}
