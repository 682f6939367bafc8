using System.Diagnostics;

namespace Conformance.SelfTests.Suites.Packaged;

/// <summary>All packages of the solution, packed once, from what was built of it with these tests.</summary>
internal static class Packages
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    private static readonly string[] Projects =
    [
        "schemas/Conformance.Record",
        "schemas/Conformance.Schemas",
        "fixtures/Conformance.Fixtures",
        "fixtures/Conformance.ReferenceServers",
        "fixtures/Conformance.ReferenceServers.Tool",
        "reports/Conformance.Reports",
        "reports/Conformance.Tool",
        "suites/Conformance.Suites",
        "suites/Conformance.Templates",
    ];

    private static readonly Lazy<Task<string>> Packed = new(Pack);

    /// <summary>The folder that has them.</summary>
    public static Task<string> Folder => Packed.Value;

    /// <summary>The path of one of them; it has a version in its name.</summary>
    /// <param name="id">Its id.</param>
    public static async Task<string> PathOf(string id) =>
        Directory.EnumerateFiles(await Folder, $"{id}.*.nupkg").Single(path => char.IsDigit(Path.GetFileName(path)[id.Length + 1]));

    private static async Task<string> Pack()
    {
        var folder = Path.Combine(LastRuns.Folder, "packages");
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder))
            File.Delete(old);

        // One after the other: several at once would write what they refer to together at the same time.
        foreach (var project in Projects)
            await Pack(RepositoryRoot.Combine(project.Split('/')), folder);

        return folder;
    }

    private static async Task Pack(string project, string folder)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["pack", project, "--no-build", "--configuration", configuration, "--output", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync())
                .WaitAsync(Bound);
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{project} cannot be packed: {string.Concat(told)}");
        }
        finally
        {
            // Does nothing to a process that has ended.
            process.Kill(entireProcessTree: true);
        }
    }
}
