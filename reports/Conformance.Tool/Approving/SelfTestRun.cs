using System.Xml;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Approving;

/// <summary>
/// The self-tests that make files, in a process of their own: they need the suite, its servers and its test runner, which the tool does
/// not carry.
/// </summary>
/// <param name="root">The folder of the repository.</param>
internal sealed class SelfTestRun(string root)
{
    /// <summary>Builds the self-tests, with what was written last, and lets those of a filter write their files.</summary>
    /// <exception cref="BadUsageException">They could not be run.</exception>
    public async Task<IReadOnlyList<SelfTestResult>> Approve(string filter, CancellationToken interruption)
    {
        await Build(interruption);
        var folder = Directory.CreateTempSubdirectory("conformance-approve-");
        try
        {
            string[] arguments =
            [
                "test", GeneratedFiles.SelfTests, "--no-build", "--filter", filter, "--results-directory", folder.FullName,
                "--logger", "trx;LogFileName=results.trx",
            ];
            var (_, console) = await DotnetProcess.Run(root, arguments, approves: true, interruption);
            return Read(Path.Combine(folder.FullName, "results.trx"), console);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Build(CancellationToken interruption)
    {
        var (exitCode, console) = await DotnetProcess.Run(
            root, ["build", GeneratedFiles.SelfTests, "--nologo"], approves: false, interruption);
        if (exitCode != 0)
            throw new BadUsageException($"the self-tests do not build: {FirstError(console)}");
    }

    private static IReadOnlyList<SelfTestResult> Read(string file, string console)
    {
        try
        {
            return SelfTestResult.Read(file);
        }
        catch (Exception e) when (e is IOException or XmlException)
        {
            throw new BadUsageException($"the self-tests left no results: {FirstError(console)}", e);
        }
    }

    // The compiler names file, line and what is wrong; else whatever was said first.
    private static string FirstError(string console)
    {
        var lines = console.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal))
            ?? lines.FirstOrDefault()
            ?? "dotnet said nothing";
    }
}
