using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// The disk is full while a run goes on: no file of it gets longer than a bound that the operating system keeps, which is how a run meets a
/// full disk, too.
/// </summary>
public sealed class FullDiskTests
{
    // Kilobytes: long enough for the short reports, and not for journal, record and certificate.
    private const int Longest = 64;

    // What .NET maps twice, so that no memory is both written and executed, counts as a file.
    private const string Mapped = "DOTNET_EnableWriteXorExecute";

    [Test, Platform("Linux")]
    public async Task A_run_says_what_it_could_not_write_and_judges_all_the_same()
    {
        var folder = Path.Combine(LastRuns.Folder, Guid.NewGuid().ToString("N"));

        var (exitCode, console) = await Shell.Run(
            $"trap '' XFSZ; ulimit -f {Longest}; export {Mapped}=0 CONFORMANCE_OUTPUT={folder}; "
            + "dotnet test suites/Conformance.Suites --filter \"Requirement~KOY-LOGIN\"");

        exitCode.Should().NotBe(0);
        console.Should().Contain("the journal is not whole").And.Contain("make room for it");
        console.Should().Contain("run.json could not be written").And.NotContain("   at Conformance").And.NotContain("   at System");
        console.Should().Contain("reference-koyeb", "the table of the run has its targets");
        Directory.GetFiles(folder, "*.tmp", SearchOption.AllDirectories).Should().BeEmpty();
        Directory.GetFiles(folder, "summary.md", SearchOption.AllDirectories).Should().NotBeEmpty("it is short enough");
    }
}
