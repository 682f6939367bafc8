using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Scanning;

/// <summary>The scanner finds what it is for; a scan that finds nothing would else prove nothing.</summary>
public sealed class SecretScannerTests
{
    private const string Secret = "a-secret-in-a-file";

    [Test]
    public async Task Finds_a_planted_secret_in_every_form()
    {
        var (exitCode, console) = await SecretScanner.Run("--self-check");

        exitCode.Should().Be(0, console);
        console.Should().Contain(" forms, 0 not found, 0 mistaken");
    }

    [TestCase("<p>A-Secret-in%2Da&#45;file</p>", false)]
    [TestCase("<p>no secret</p>", true)]
    public async Task Reports_leaks(string text, bool isClean)
    {
        var folder = Directory.CreateTempSubdirectory("conformance-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("below").FullName, "report.html"), text);

            var scan = await SecretScanner.Scan(folder.FullName, [Secret, "another-secret"]);

            scan.IsClean.Should().Be(isClean);
            scan.Report.Should().EndWith($"1 files, 2 secrets, {(isClean ? 0 : 1)} leaks\n");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
