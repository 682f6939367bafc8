using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Conformance.SelfTests.Programs;

namespace Conformance.SelfTests.Reports.Formats.Certificate;

/// <summary>The Nu checker of the W3C, which judges HTML.</summary>
internal static class NuChecker
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    /// <summary>
    /// What it says of every page that holds its style and its script: it does not take the digest of what stands in the two elements, so
    /// it cannot see that the policy has it; browsers do.
    /// </summary>
    public static IReadOnlyList<string> Excused { get; } =
    [
        "Inline style violates Content Security Policy (meta tag): blocked by “style-src” directive (missing “‘unsafe-inline’” or "
        + "nonce/hash).",
        "Inline script violates Content Security Policy (meta tag): blocked by “script-src” directive (missing “‘unsafe-inline’” or "
        + "nonce/hash).",
    ];

    /// <summary>Its errors and warnings about some files.</summary>
    public static async Task<IReadOnlyList<string>> Complaints(params IEnumerable<string> pages)
    {
        var jar = await CertificatePackages.File("vnu-jar", "build", "dist", "vnu.jar");
        using var java = Start(["-jar", jar, "--format", "json", "--exit-zero-always", "--stdout", .. pages]);
        var output = JsonNode.Parse(await java.StandardOutput.ReadToEndAsync().WaitAsync(Bound))!;
        return [.. output["messages"]!.AsArray()
            .Where(message => $"{message!["type"]}" == "error" || $"{message["subType"]}" == "warning")
            .Select(message => $"{message!["message"]}")];
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("java", arguments) { RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            MissingProgram.GiveUp(
                "java is not on PATH, so HTML cannot be judged. Install it: apt-get install default-jre-headless.");
            throw;
        }
    }
}
