using System.Security.Cryptography;
using System.Text;

namespace Conformance.Reports.Formats.Certificate;

/// <summary>The style and the script of the page, and the policy that allows nothing else.</summary>
internal static class PageAssets
{
    public static string Style { get; } = Read("certificate.css") + Read("certificate.print.css");

    public static string Script { get; } = Read("certificate.js");

    /// <summary>
    /// Content-Security-Policy: no network at all, and no other style or script than these two,
    /// whatever a text of a server smuggles in.
    /// </summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"{name} is not built into the reports.", name);
        using var reader = new StreamReader(stream);
        // Browsers hash what they parsed, and parsing makes every line break a line feed.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
