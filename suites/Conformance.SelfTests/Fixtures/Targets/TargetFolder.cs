using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Targets.Reading;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>A caller's folder and a repository of one test, gone when the test ends.</summary>
internal sealed class TargetFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("conformance-");

    public string Caller => Path.Combine(root.FullName, "caller");

    public string Repository => Path.Combine(root.FullName, "repository");

    /// <summary>Writes a file and gives its full path.</summary>
    public string Write(string folder, string file, string text)
    {
        var path = Path.Combine(root.FullName, folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public RunConfiguration Load(string list) => TargetList.Load(list, Caller, Repository, SoundTarget.Environment, KnownDialects.Defaults);

    /// <summary>The faults of a list, as operators read them, with the folders as &lt;caller&gt; and &lt;repository&gt;.</summary>
    public IEnumerable<string> Faults(string list) => Load(list).Faults.Select(fault => fault.ToString()
        .Replace(Caller, "<caller>", StringComparison.Ordinal)
        .Replace(Repository, "<repository>", StringComparison.Ordinal)
        .Replace(Path.DirectorySeparatorChar, '/'));

    public void Dispose() => root.Delete(recursive: true);
}
