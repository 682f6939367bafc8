using System.Diagnostics;
using Conformance.Suites;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Runs a command that the suite has printed, as somebody would who copies it into a shell.</summary>
internal static class Shell
{
    // The one thing that differs: the suite is built already.
    private const string Built = """dotnet() { command dotnet test "$SUITE" --settings "$SETTINGS" "${@:3}"; }""";

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    /// <returns>The exit code, and all that was written to the console.</returns>
    public static async Task<(int ExitCode, string Console)> Run(string command)
    {
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Folder,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{Built}\n{command}");
        start.Environment["SUITE"] = typeof(Targets).Assembly.Location;
        start.Environment["SETTINGS"] = RepositoryRoot.Combine("runsettings", "reference.runsettings");
        start.Environment["CONFORMANCE_OUTPUT"] = Path.Combine(LastRuns.Folder, Guid.NewGuid().ToString("N"));
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Bound);
        return (process.ExitCode, await output + await errors);
    }
}
