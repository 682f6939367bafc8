namespace Conformance.SelfTests.Schemas;

/// <summary>The folder of Conformance.sln, for files that are judged where they lie and not as embedded copies.</summary>
internal static class RepositoryRoot
{
    public static string Folder { get; } = Find();

    public static string Combine(params string[] parts) => Path.GetFullPath(Path.Combine([Folder, .. parts]));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Conformance.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Conformance.sln.");
    }
}
