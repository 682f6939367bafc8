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

    /// <summary>Whatever a site has at its root: folders and files.</summary>
    public static IReadOnlyList<string> AtRoot { get; } =
        [Front, Comparison, Feed, Data, DataSchema, "badges", "bundles", "certificates", "implementations", "requirements"];

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
