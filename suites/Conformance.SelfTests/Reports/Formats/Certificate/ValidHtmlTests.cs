using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Conformance.Reports.Gating;
using Conformance.SelfTests.Programs;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate;

/// <summary>The page is valid HTML, as the Nu checker of the W3C judges it.</summary>
[TestFixture]
public sealed class ValidHtmlTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    // Nu does not take the digest of what stands in the two elements, so it cannot see that the policy has it; browsers do.
    private static readonly string[] Excused =
    [
        "Inline style violates Content Security Policy (meta tag): blocked by “style-src” directive (missing “‘unsafe-inline’” or "
        + "nonce/hash).",
        "Inline script violates Content Security Policy (meta tag): blocked by “script-src” directive (missing “‘unsafe-inline’” or "
        + "nonce/hash).",
    ];

    [Test]
    public async Task Is_valid_for_one_run_and_for_several()
    {
        var jar = await CertificatePackages.File("vnu-jar", "build", "dist", "vnu.jar");
        string[] pages =
        [
            CertificateFiles.Write("valid-one", [HostileRun.Judged]),
            CertificateFiles.Write(
                "valid-several", [JudgedRun.Of(SampleRun.Record), HostileRun.Judged, JudgedRun.Of(ManyExchanges.Run("many", 100))]),
        ];

        var complaints = await Complaints(jar, pages);

        complaints.Except(Excused).Should().BeEmpty();
        complaints.Should().Contain(Excused, "what nothing complains of needs no excuse");
    }

    private static async Task<List<string>> Complaints(string jar, string[] pages)
    {
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
                "java is not on PATH, so the HTML of the certificate cannot be judged. Install it: apt-get install default-jre-headless.");
            throw;
        }
    }
}
