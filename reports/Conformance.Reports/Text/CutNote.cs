using System.Globalization;
using Conformance.Record.Exchanges;

namespace Conformance.Reports.Text;

/// <summary>Says of an answer that was too long to be recorded how much more came.</summary>
internal static class CutNote
{
    /// <summary>The note; null for an answer that is recorded whole.</summary>
    public static string? Of(RecordedResponse response)
    {
        List<string> parts =
        [
            .. response.CutFrom is { } bytes
                ? [string.Create(CultureInfo.InvariantCulture, $"the beginning of {bytes} bytes ({response.Digest ?? "no digest"})")]
                : Array.Empty<string>(),
            .. response.HeadersCutFrom is { } characters
                ? [string.Create(CultureInfo.InvariantCulture, $"the beginning of {characters} characters of headers")]
                : Array.Empty<string>(),
        ];
        return parts.Count == 0 ? null : $"{string.Join(", and ", parts)}; the answer was judged whole";
    }
}
