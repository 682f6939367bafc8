using Conformance.Reports.Formats.Certificate.Runs;

namespace Conformance.Reports.Register.Entries;

/// <summary>Where a site has what, relative to its root, with slashes. No part of a path is a text that somebody else has chosen.</summary>
public static class Places
{
    public const string Front = "index.html";
    public const string Comparison = "compare.html";
    public const string Feed = "feed.atom";

    /// <summary>What programs read; a folder that has it is a site.</summary>
    public const string Data = "register.json";

    public const string DataSchema = "register.schema.json";

    private static readonly string[] AtRoot = [Front, Comparison, Feed, Data, DataSchema];

    private static readonly Dictionary<string, string[]> InFolders = new(StringComparer.Ordinal)
    {
        ["badges"] = [".svg", ".json"],
        ["bundles"] = [".zip"],
        ["certificates"] = [".html"],
        ["implementations"] = [".html"],
        ["requirements"] = [".html"],
    };

    /// <summary>Whether a site has a folder of this name at its root.</summary>
    public static bool HasFolder(string name) => InFolders.ContainsKey(name);

    /// <summary>Whether a site has files of such a place, so that a new one may replace it.</summary>
    /// <param name="place">Relative to the root of the site, with slashes.</param>
    public static bool Has(string place) => place.Split('/') switch
    {
        [var file] => AtRoot.Contains(file),
        [var folder, var file] => InFolders.GetValueOrDefault(folder, []).Contains(Path.GetExtension(file)),
        _ => false,
    };

    public static string Implementation(Implementation implementation) => $"implementations/{implementation.Slug}.html";

    public static string Badge(Implementation implementation, string extension) => $"badges/{implementation.Slug}{extension}";

    public static string Requirement(string id) => $"requirements/{IdText.Of(id)}.html";

    public static string Certificate(EnteredRun run) => $"certificates/{run.Id}.html";

    public static string Bundle(EnteredRun run) => $"bundles/{run.Id}.zip";

    /// <summary>Where the certificate of a run shows the evidence for a requirement.</summary>
    public static string Evidence(EnteredRun run, string requirement) => $"{Certificate(run)}#{IdText.Of(requirement)}";

    /// <summary>Where two runs are compared.</summary>
    public static string Difference(EnteredRun old, EnteredRun current) => $"{Comparison}#a={old.Id}&b={current.Id}";
}
