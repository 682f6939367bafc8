using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Conformance.SelfTests.Programs;

namespace Conformance.SelfTests.Scanning;

/// <summary>Looks for secrets with <c>scan.py</c>, which shares nothing with the suite.</summary>
internal static class SecretScanner
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    /// <summary>Looks through all files below a folder.</summary>
    /// <returns>Whether there is no secret in them, and what the scanner said.</returns>
    public static async Task<(bool IsClean, string Report)> Scan(string folder, IEnumerable<string> secrets)
    {
        // Not below the folder that is looked through.
        var list = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(list, JsonSerializer.Serialize(secrets));
            var (exitCode, console) = await Run(folder, list);
            return (exitCode == 0, console);
        }
        finally
        {
            File.Delete(list);
        }
    }

    /// <summary>Runs the scanner.</summary>
    public static async Task<(int ExitCode, string Console)> Run(params string[] arguments)
    {
        string[] line = [RepositoryRoot.Combine("suites", "Conformance.SelfTests", "Scanning", "scan.py"), .. arguments];
        var start = new ProcessStartInfo("python3", line) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Bound);
        return (process.ExitCode, await output + await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            MissingProgram.GiveUp("python3 is not on PATH, so nobody else looks for secrets. Install it: apt-get install python3.");
            throw;
        }
    }
}
