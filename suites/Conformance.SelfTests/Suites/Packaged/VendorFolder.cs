using System.Diagnostics;

namespace Conformance.SelfTests.Suites.Packaged;

/// <summary>
/// A folder of somebody who has the SDK and our packages, and nothing of our sources. What the SDK itself keeps of packages and templates
/// is in this folder, too, and not in the one of whoever runs the tests.
/// </summary>
internal sealed class VendorFolder : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(4);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("conformance-vendor-");
    private readonly string packages;

    private VendorFolder(string packages) => this.packages = packages;

    /// <summary>Makes one.</summary>
    public static async Task<VendorFolder> Create()
    {
        var made = new VendorFolder(await Packages.Folder);
        // Packages of others were restored for the tests already: no network is asked for them.
        await File.WriteAllTextAsync(
            made.PathTo("nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{made.packages}" />
                <add key="restored" value="{Restored}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="packed"><package pattern="conformance" /><package pattern="Conformance.*" /></packageSource>
                <packageSource key="restored"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
        return made;
    }

    /// <summary>The path of a file or folder in it.</summary>
    public string PathTo(params string[] parts) => Path.Combine([folder.FullName, .. parts]);

    /// <summary>Runs a script there, which ends at the first command that fails.</summary>
    /// <param name="script">The script; PACKAGES is the folder of our packages.</param>
    /// <param name="variables">The environment besides that of the tests.</param>
    /// <param name="below">The folder to run it in. Default: the folder itself.</param>
    /// <returns>The exit code, and what was written to both streams.</returns>
    public async Task<(int Code, string Console)> Run(
        string script, IReadOnlyDictionary<string, string> variables, string below = "")
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = PathTo(below),
        };
        // Shells set it for what they start in their own folder.
        start.Environment["PWD"] = start.WorkingDirectory;
        start.Environment["PACKAGES"] = packages;
        start.Environment["DOTNET_CLI_HOME"] = PathTo("home");
        start.Environment["NUGET_PACKAGES"] = PathTo("cache");
        // No compiler and no build node outlives the folder.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        // What a build server sets is about our own sources.
        start.Environment.Remove("CI");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        try
        {
            var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync())
                .WaitAsync(Bound);
            await process.WaitForExitAsync();
            return (process.ExitCode, string.Concat(told));
        }
        finally
        {
            // Does nothing to a process that has ended.
            process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Restored => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
