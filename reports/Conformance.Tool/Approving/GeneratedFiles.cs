namespace Conformance.Tool.Approving;

/// <summary>Files that self-tests make. Each is named by the category of the tests that make it.</summary>
/// <param name="Name">What the command line calls them.</param>
/// <param name="Description">What they are, for the help.</param>
/// <param name="Category">NUnit category of the self-tests that make them.</param>
/// <param name="Folder">Where they are, from the root of the repository.</param>
/// <param name="Pattern">Their names in that folder and below it.</param>
public sealed record GeneratedFiles(string Name, string Description, string Category, string Folder, string Pattern)
{
    public const string ScenariosCategory = "generated-scenarios";
    public const string CostsCategory = "generated-costs";
    public const string ComparisonCategory = "generated-comparison";
    public const string ReadmeCategory = "generated-readme";
    public const string LockCategory = "generated-lock";
    public const string TextsCategory = "generated-texts";
    public const string FaultsCategory = "generated-faults";

    /// <summary>The category of all tests of faults, and the property that holds the fault of one.</summary>
    public const string FaultProperty = "Fault";

    /// <summary>The variable that lets self-tests write what they otherwise compare.</summary>
    public const string Variable = "CONFORMANCE_APPROVE";

    /// <summary>What brings all of them up to date.</summary>
    public const string Command = "dotnet run --project reports/Conformance.Tool -- approve";

    /// <summary>The folder of the tests that make them, from the root of the repository.</summary>
    public const string SelfTests = "suites/Conformance.SelfTests";

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true };

    /// <summary>Approved texts: outputs of tool and reports for sample runs.</summary>
    public static GeneratedFiles Texts { get; } =
        new("texts", "approved outputs of tool and reports", TextsCategory, SelfTests, "*.approved.*");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<GeneratedFiles> All { get; } =
    [
        new("scenarios", "the names of scenarios", ScenariosCategory, "schemas/Conformance.Schemas/Scenarios", "*.json"),
        new("costs", "what scenarios cost a server", CostsCategory, "schemas/Conformance.Schemas/Costs", "*.json"),
        new(
            "comparison",
            "the scenarios beside the tests of Complement and Sytest",
            ComparisonCategory,
            "suites/Conformance.Suites/Matrix",
            "complement-and-sytest.md"),
        new("readme", "the README's table", ReadmeCategory, "", "README.md"),
        new("lock", "the digests of the catalogues", LockCategory, "suites/Conformance.Suites/package", "conformance.lock"),
        Texts,
        new(
            "faults",
            "what new and changed faults were caught by",
            FaultsCategory,
            "reports/Conformance.Reports/Faults",
            "fault-results.json"),
    ];

    /// <summary>Their texts by path from the root.</summary>
    public IReadOnlyDictionary<string, string> Read(string root)
    {
        var folder = Path.Combine(root, Folder);
        return (Folder.Length == 0 ? Directory.EnumerateFiles(folder, Pattern) : Directory.EnumerateFiles(folder, Pattern, Below))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(IsSource)
            .ToDictionary(path => path, path => File.ReadAllText(Path.Combine(root, path)), StringComparer.Ordinal);
    }

    /// <summary>Whether a file, by its path from the root, is one of them.</summary>
    public bool Owns(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal)
        && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Pattern, Path.GetFileName(path))
        && IsSource(path);

    private static bool IsSource(string path) => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules");
}
