using System.Globalization;

namespace Conformance.Reports.Text;

/// <summary>Short durations as people read them.</summary>
public static class Milliseconds
{
    /// <summary>A number of milliseconds without decimals.</summary>
    public static string Of(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms");
}
