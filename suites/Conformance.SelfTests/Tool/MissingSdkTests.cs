using System.Diagnostics;
using Conformance.Tool.CommandLine;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance approve</c> as an installed tool, on a machine with the runtime only.</summary>
public sealed class MissingSdkTests
{
    [Test]
    public async Task Says_that_there_is_no_dotnet_on_the_path()
    {
        var tool = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "conformance.exe" : "conformance");
        var start = new ProcessStartInfo(tool, ["approve", "--repository", RepositoryRoot.Folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = "";
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath);

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        new ToolCall((ExitCode)process.ExitCode, output, await error).ShouldFail("dotnet is not on the PATH");
    }
}
