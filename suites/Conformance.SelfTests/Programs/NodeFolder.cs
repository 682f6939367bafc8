using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;

namespace Conformance.SelfTests.Programs;

/// <summary>A folder with a package.json, whose packages and scripts npm runs in processes of their own.</summary>
/// <param name="path">Full path of the folder.</param>
internal sealed class NodeFolder(string path)
{
    /// <summary>Some packages are 70 MB to download.</summary>
    private static readonly TimeSpan InstallBound = TimeSpan.FromMinutes(5);

    /// <summary>Full path of the folder.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// Installs what package-lock.json pins, unless it is there. Without npm the tests that ask
    /// are ignored, and fail on a build server.
    /// </summary>
    /// <param name="purpose">What cannot be tried without it, as the end of a sentence.</param>
    public async Task Install(string purpose)
    {
        if (!await NpmExists())
            MissingProgram.GiveUp($"npm is not on PATH, so {purpose}. Install it: apt-get install npm, or https://nodejs.org.");
        if (AreUpToDate)
            return;

        var (exitCode, console) = await Run(InstallBound, ["ci"]);
        Assert.That(exitCode, Is.Zero, console);
    }

    /// <summary>Runs npm to its end, or kills it and all that it started when the bound is over.</summary>
    /// <param name="bound">How long it may take.</param>
    /// <param name="arguments">Its arguments. Nothing secret: other processes see them.</param>
    /// <param name="environment">Variables that it gets besides those of this process.</param>
    /// <param name="onLine">Is given each line of its standard output at once.</param>
    /// <returns>The exit code and all that was written to the console.</returns>
    /// <exception cref="Win32Exception">npm is not on PATH.</exception>
    /// <exception cref="TimeoutException">The bound was over.</exception>
    public async Task<(int ExitCode, string Console)> Run(
        TimeSpan bound, string[] arguments, IReadOnlyDictionary<string, string>? environment = null, Action<string>? onLine = null)
    {
        using var process = Process.Start(StartInfo(arguments, environment))!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = await Lines(process.StandardOutput, onLine).WaitAsync(bound);
            await process.WaitForExitAsync().WaitAsync(bound);
            return (process.ExitCode, output + await errors);
        }
        finally
        {
            // Does nothing to a process that has ended.
            process.Kill(entireProcessTree: true);
        }
    }

    private bool AreUpToDate
    {
        get
        {
            // npm writes it last. Where it is missing, its time is long ago.
            var installed = File.GetLastWriteTimeUtc(System.IO.Path.Combine(Path, "node_modules", ".package-lock.json"));
            return installed >= File.GetLastWriteTimeUtc(System.IO.Path.Combine(Path, "package-lock.json"));
        }
    }

    private async Task<bool> NpmExists()
    {
        try
        {
            return (await Run(InstallBound, ["--version"])).ExitCode is 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private ProcessStartInfo StartInfo(string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        return start;
    }

    private static async Task<string> Lines(StreamReader output, Action<string>? onLine)
    {
        var lines = new List<string>();
        while (await output.ReadLineAsync() is { } line)
        {
            lines.Add(line + '\n');
            onLine?.Invoke(line);
        }

        return string.Concat(lines);
    }
}
