namespace Conformance.Suites.Wiring;

/// <summary>The folder of the solution, found from the folder that the tests run in.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder itself.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests do not run below it.</exception>
    public static string Folder => field ??= Found();

    /// <summary>Whether the tests run below it.</summary>
    public static bool IsAbove => Find() is not null;

    /// <summary>The path of a file or folder below it.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests do not run below the solution's folder.</exception>
    public static string Combine(params string[] parts) => Path.GetFullPath(Path.Combine([Folder, .. parts]));

    private static string Found() =>
        Find() ?? throw new DirectoryNotFoundException("Conformance.sln is in none of the folders above the tests.");

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Conformance.sln")))
                return folder.FullName;
        }

        return null;
    }
}
