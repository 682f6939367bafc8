namespace Conformance.SelfTests;

/// <summary>The folder of Conformance.sln, for files that are judged where they lie and not as embedded copies.</summary>
internal static class RepositoryRoot
{
    public static string Folder { get; } = Suites.Wiring.RepositoryRoot.Find();

    public static string Combine(params string[] parts) => Path.GetFullPath(Path.Combine([Folder, .. parts]));
}
