using System.Globalization;
using System.Text;

namespace Conformance.Reports.Formats.Summary;

/// <summary>Keeps a text short enough for those who show it, and says what it kept back.</summary>
internal static class BoundedLines
{
    /// <summary>As many of the lines as fit, and one more that counts the others if there are any.</summary>
    /// <param name="lines">The lines, the more important ones first.</param>
    /// <param name="mostBytes">How long they may be in UTF-8.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> lines, int mostBytes)
    {
        var shown = new List<string>();
        var leftOut = 0;
        var bytes = 0;
        foreach (var line in lines)
        {
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            if (bytes <= mostBytes)
                shown.Add(line);
            else
                leftOut++;
        }

        return leftOut == 0
            ? shown
            : [
                .. shown,
                "",
                $"**{leftOut.ToString(CultureInfo.InvariantCulture)} more lines do not fit here; `run.json` has everything.**",
            ];
    }
}
