using System.ComponentModel;
using System.Diagnostics;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Approving;

/// <summary>The .NET SDK, called in a process of its own.</summary>
internal static class DotnetProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="approves">Whether self-tests write what they otherwise compare.</param>
    /// <param name="interruption">Ends it, and all that it started.</param>
    /// <returns>The exit code and all that was written to the console.</returns>
    /// <exception cref="BadUsageException">There is no SDK, or it was interrupted.</exception>
    public static async Task<(int ExitCode, string Console)> Run(
        string folder, IEnumerable<string> arguments, bool approves, CancellationToken interruption)
    {
        using var process = Start(folder, arguments, approves);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(interruption);
            var output = await process.StandardOutput.ReadToEndAsync(interruption);
            await process.WaitForExitAsync(interruption);
            return (process.ExitCode, output + await errors);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new BadUsageException("interrupted; run it again, because some files may be written and others not.", e);
        }
    }

    private static Process Start(string folder, IEnumerable<string> arguments, bool approves)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment[GeneratedFiles.Variable] = approves ? "1" : "";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new BadUsageException("dotnet is not on the PATH; install the .NET SDK that global.json names.", e);
        }
    }
}
