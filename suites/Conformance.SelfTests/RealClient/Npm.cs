using System.Diagnostics;

namespace Conformance.SelfTests.RealClient;

/// <summary>npm in the folder of package.json, in a process of its own.</summary>
internal static class Npm
{
    /// <summary>The folder of package.json, the lock file and the scripts.</summary>
    public static string Folder { get; } = RepositoryRoot.Combine("suites", "Conformance.SelfTests", "RealClient");

    /// <summary>Runs npm to its end, or kills it and all that it started when the bound is over.</summary>
    /// <param name="bound">How long it may take.</param>
    /// <param name="arguments">Its arguments. Nothing secret: other processes see them.</param>
    /// <param name="environment">Variables that it gets besides those of this process.</param>
    /// <param name="onLine">Is given each line of its standard output at once.</param>
    /// <returns>The exit code and all that was written to the console.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">npm is not on PATH.</exception>
    /// <exception cref="TimeoutException">The bound was over.</exception>
    public static async Task<(int ExitCode, string Console)> Run(
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

    private static ProcessStartInfo StartInfo(string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

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
