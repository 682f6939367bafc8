using System.Text.RegularExpressions;
using Conformance.Record.Secrets;

namespace Conformance.Reports.Formats.Har;

/// <summary>URLs as the format wants them: by the grammar, which labels of secrets and wrong requests do not follow.</summary>
internal static partial class HarUrl
{
    /// <summary>The URL with all that the grammar forbids percent-encoded; the same URL if there is nothing of the kind.</summary>
    // The '#' of a label would begin the fragment.
    public static string Of(string url) =>
        Forbidden().Replace(
            SecretLabel.InText.Replace(url, label => Uri.EscapeDataString(label.Value)), found => Uri.EscapeDataString(found.Value));

    /// <summary>The parameters of the query, decoded.</summary>
    public static IEnumerable<(string Name, string Value)> Query(string url)
    {
        var escaped = Of(url).Split('#')[0];
        var start = escaped.IndexOf('?', StringComparison.Ordinal);
        return start < 0
            ? []
            : escaped[(start + 1)..]
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2))
                .Select(pair => (Decoded(pair[0]), pair.Length > 1 ? Decoded(pair[1]) : ""));
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    // A pair of surrogates is one character; half of one is none.
    [GeneratedRegex(@"[\ud800-\udbff][\udc00-\udfff]|[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})")]
    private static partial Regex Forbidden();
}
