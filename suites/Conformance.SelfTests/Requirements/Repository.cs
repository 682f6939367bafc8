using NUnit.Framework;

namespace Conformance.SelfTests.Requirements;

/// <summary>The files of this repository, and the contracts beside it, as the tests find them on disk.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    internal static string Root { get; } = FindRoot(new DirectoryInfo(TestContext.CurrentContext.TestDirectory));

    /// <summary>The text of a data file of Conformance.Schemas, such as <c>Requirements/matrix.json</c>.</summary>
    internal static string SchemasFile(string path) =>
        File.ReadAllText(Path.Combine(Root, "schemas", "Conformance.Schemas", path));

    /// <summary>The path of a contract's rows; the contracts live beside the repository and may be absent.</summary>
    internal static string ContractRows(string dialect) =>
        Path.Combine(Root, "..", "shared", "contracts", $"{dialect}.rows.json");

    private static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Conformance.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Conformance.sln.");
    }
}
