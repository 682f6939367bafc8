using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Targets.Reading;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>The target files that operators copy.</summary>
internal static class ExampleTargets
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Runsettings, "targets");

    /// <summary>Their names, without the folder.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static string PathTo(string name) => Path.Combine(Folder, name);

    public static string TextOf(string name) => File.ReadAllText(PathTo(name));

    /// <summary>What a run makes of one, whatever is in the environment.</summary>
    public static (TargetSettings? Target, IReadOnlyList<ConfigurationFault> Faults) Parse(string name) =>
        TargetFile.Parse(TextOf(name), PathTo(name), variable => $"value of {variable}", KnownDialects.Defaults);
}
