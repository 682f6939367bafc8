using System.Diagnostics;
using Conformance.Fixtures.Cleaning;
using Conformance.Suites;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>The suite as its users start it: <c>dotnet test</c>, in a process of its own.</summary>
internal sealed class DotnetTest : IDisposable
{
    /// <summary>Far more than a run against a loopback server takes.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private DotnetTest(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Where the run writes its journals and reports.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>Starts it.</summary>
    /// <param name="targets">The value of CONFORMANCE_TARGETS; null leaves it unset.</param>
    /// <param name="filter">A filter; null runs everything.</param>
    /// <param name="output">Where it writes; null for a folder of its own.</param>
    /// <param name="project">The project, as the README names it; null for what was built of it.</param>
    /// <param name="environment">Variables that it gets besides those of this process.</param>
    /// <param name="arguments">Further arguments.</param>
    public static DotnetTest Start(
        string? targets = null,
        string? filter = null,
        string? output = null,
        string? project = null,
        IReadOnlyDictionary<string, string>? environment = null,
        params IReadOnlyList<string> arguments)
    {
        var folder = output ?? Path.Combine(LastRuns.Folder, Guid.NewGuid().ToString("N"));
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Folder,
        };
        string[] line =
        [
            "test", project ?? typeof(Targets).Assembly.Location,
            "--settings", RepositoryRoot.Combine("runsettings", "reference.runsettings"),
            .. filter is null ? Array.Empty<string>() : ["--filter", filter], .. arguments,
        ];
        foreach (var argument in line)
            start.ArgumentList.Add(argument);

        start.Environment["CONFORMANCE_OUTPUT"] = folder;
        start.Environment[LedgerKey.Variable] = OwnLedgerKey.Value;
        start.Environment.Remove("CONFORMANCE_TARGETS");
        if (targets is not null)
            start.Environment["CONFORMANCE_TARGETS"] = targets;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new DotnetTest(Process.Start(start)!) { OutputFolder = folder };
    }

    /// <summary>Waits for the end.</summary>
    /// <param name="bound">How long that may take; null for what suffices for an honest server on loopback.</param>
    /// <returns>The exit code and all that was written to the console.</returns>
    public async Task<(int ExitCode, string Console)> End(TimeSpan? bound = null)
    {
        await process.WaitForExitAsync().WaitAsync(bound ?? Bound);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Waits for the end, and looks at the memory meanwhile.</summary>
    /// <param name="bound">How long that may take; null for what suffices for an honest server on loopback.</param>
    /// <returns>All that was written to the console, and how large the largest of its processes became, in bytes; 0 but on Linux.</returns>
    public async Task<(string Console, long PeakMemory)> EndMeasured(TimeSpan? bound = null)
    {
        var end = End(bound);
        var peak = await PeakMemory.Until(process.Id, end);
        return ((await end).Console, peak);
    }

    /// <summary>
    /// Sends a signal to the process that was called; the one of a terminal, INT, to all that it has started, as terminals do.
    /// </summary>
    /// <param name="name">Its name without SIG.</param>
    public async Task Signal(string name)
    {
        string[] all = [$"{process.Id}", .. name == "INT" ? ProcessTree.Below(process.Id).Select(id => $"{id}") : []];
        using var kill = Process.Start("kill", ["-s", name, .. all]);
        await kill.WaitForExitAsync().WaitAsync(Bound);
    }

    /// <summary>Kills the run and its test host at once, as SIGKILL does.</summary>
    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().WaitAsync(Bound);
    }

    public void Dispose() => process.Dispose();
}
