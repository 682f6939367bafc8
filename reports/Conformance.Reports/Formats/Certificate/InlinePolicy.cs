using System.Security.Cryptography;
using System.Text;

namespace Conformance.Reports.Formats.Certificate;

/// <summary>The policy of a page that holds all it needs.</summary>
internal static class InlinePolicy
{
    /// <summary>
    /// Content-Security-Policy: no network at all, and no other style or script than these,
    /// whatever a text of a server smuggles in.
    /// </summary>
    /// <param name="style">The text of the one style.</param>
    /// <param name="script">The text of the one script; null for a page without any.</param>
    public static string Of(string style, string? script) =>
        $"default-src 'none'; style-src '{Hash(style)}'; script-src {(script is null ? "'none'" : $"'{Hash(script)}'")}; "
        + "base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
