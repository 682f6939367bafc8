using System.Diagnostics;
using Conformance.Fixtures.Cleaning;
using Conformance.ReferenceServers.Accounts;
using Conformance.Tool;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A command of the tool in a process of its own, which is measured.</summary>
internal static class MeasuredTool
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="bound">How long that may take.</param>
    /// <param name="command">The command line.</param>
    /// <returns>How large it became, in bytes, 0 but on Linux; its exit code and all that it wrote.</returns>
    public static async Task<(long PeakMemory, string Told)> Run(TimeSpan bound, params IEnumerable<string> command)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ConformanceTool).Assembly.Location, .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[LedgerKey.Variable] = OwnLedgerKey.Value;
        start.Environment["CONFORMANCE_REFERENCE_PASSWORD"] = ReferenceAccounts.Password;
        start.Environment["CONFORMANCE_REFERENCE_AS_TOKEN"] = ReferenceAccounts.Password;
        using var process = Process.Start(start)!;
        var told = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = await PeakMemory.Until(process.Id, process.WaitForExitAsync().WaitAsync(bound));
        return (peak, $"{process.ExitCode}, {string.Concat(await told)}");
    }
}
