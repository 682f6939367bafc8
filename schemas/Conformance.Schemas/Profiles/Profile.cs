using Conformance.Schemas.Data;

namespace Conformance.Schemas.Profiles;

/// <summary>A frozen, versioned manifest of the requirements that a verdict of conformance needs.</summary>
/// <param name="Name">The name by which operators choose it, such as <c>matrix-logout</c>.</param>
/// <param name="Version">Grows with every change of the list, from 1.</param>
/// <param name="Dialect">Name of the contract that it is about, such as <c>matrix</c>.</param>
/// <param name="Title">What a certificate calls it.</param>
/// <param name="Description">What it promises, what it leaves out, and why.</param>
/// <param name="Requires">Requirement ids, in catalogue order.</param>
public sealed record Profile(string Name, int Version, string Dialect, string Title, string Description, IReadOnlyList<string> Requires)
{
    /// <summary>Whether a requirement that is met with a warning is met.</summary>
    public bool AllowsWarnings { get; init; } = true;

    /// <summary>
    /// The most that a target file may declare, by key, such as <c>tolerances.revocationMilliseconds</c>; what is declared beyond it is not
    /// met, whatever the rows say. Default: any.
    /// </summary>
    public IReadOnlyDictionary<string, double> Bounds { get; init; } = new Dictionary<string, double>();

    /// <summary>The name of this version alone, such as <c>matrix-logout@1</c>; the plain name is that of the newest version.</summary>
    public string Reference => $"{Name}@{Version}";

    /// <summary>
    /// The file of its manifest, below the project. That of a first version has the plain name, by which it was published.
    /// </summary>
    public string File => FileOf(Name, Version);

    /// <summary>Reads every version of a profile, the oldest first.</summary>
    /// <param name="files">Where the manifests are.</param>
    /// <param name="name">Its name.</param>
    /// <param name="newest">The newest version.</param>
    public static IEnumerable<Profile> ReadVersions(DataFiles files, string name, int newest) =>
        Enumerable.Range(1, newest).Select(version => files.Read<Profile>(FileOf(name, version)));

    private static string FileOf(string name, int version) => version == 1 ? $"Profiles/{name}.json" : $"Profiles/{name}@{version}.json";
}
