namespace Conformance.SelfTests.Configuration;

/// <summary>The files that operators see, as they stand in the repository.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = FindRoot();

    public static string Runsettings { get; } = Path.Combine(Root, "runsettings");

    public static string TargetSchema { get; } = Path.Combine(Root, "fixtures", "Conformance.Fixtures", "Targets", "target.schema.json");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Conformance.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No Conformance.sln above {AppContext.BaseDirectory}");
        }

        return folder.FullName;
    }
}
