using System.Globalization;

namespace Conformance.Reports.Text;

/// <summary>Durations as people read them.</summary>
public static class Seconds
{
    /// <summary>A number of milliseconds, in seconds with one decimal.</summary>
    public static string Of(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.0} s");
}
