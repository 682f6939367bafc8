namespace Conformance.Suites.Wiring;

/// <summary>Finds the folder of the solution from the folder that the tests run in.</summary>
public static class RepositoryRoot
{
    /// <exception cref="DirectoryNotFoundException">The tests do not run below the solution's folder.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Conformance.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Conformance.sln is in none of the folders above the tests.");
    }
}
