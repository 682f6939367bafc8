namespace Conformance.SelfTests.Schemas;

/// <summary>The files of this repository, and the contracts beside it, as the tests find them on disk.</summary>
internal static class Repository
{
    /// <summary>The text of a data file of Conformance.Schemas, such as <c>Requirements/matrix.json</c>.</summary>
    internal static string SchemasFile(string path) =>
        File.ReadAllText(RepositoryRoot.Combine("schemas", "Conformance.Schemas", path));

    /// <summary>The path of a contract's rows; the contracts live beside the repository and may be absent.</summary>
    internal static string ContractRows(string dialect) =>
        RepositoryRoot.Combine("..", "shared", "contracts", $"{dialect}.rows.json");
}
