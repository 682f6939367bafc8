namespace Conformance.Suites.Wiring;

/// <summary>The test project that refers to the suite as a package. Its build leaves a file that says where it is.</summary>
internal static class VendorProject
{
    // Beside the tests.
    private const string FileName = "Conformance.Suites.project";

    /// <summary>The folder of the project; null where the suite runs from its own sources.</summary>
    /// <param name="caller">The folder of the call: that of a project which was built elsewhere.</param>
    public static string? Folder(string caller)
    {
        var file = Path.Combine(AppContext.BaseDirectory, FileName);
        if (!File.Exists(file))
            return RepositoryRoot.IsAbove ? null : caller;

        var folder = File.ReadAllText(file).Trim();
        return Directory.Exists(folder) ? folder : caller;
    }
}
