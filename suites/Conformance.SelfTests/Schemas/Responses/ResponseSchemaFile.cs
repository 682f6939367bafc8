using System.Text.Json.Nodes;

namespace Conformance.SelfTests.Schemas.Responses;

/// <summary>One file <c>schemas/Conformance.Schemas/Responses/&lt;dialect&gt;/&lt;shape&gt;.schema.json</c>.</summary>
internal sealed record ResponseSchemaFile(string Path)
{
    private const string Suffix = ".schema.json";

    public static IReadOnlyDictionary<string, ResponseSchemaFile> ByName { get; } = Directory
        .EnumerateFiles(RepositoryRoot.Combine("schemas", "Conformance.Schemas", "Responses"), "*" + Suffix, SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => new ResponseSchemaFile(path))
        .ToDictionary(file => file.Name);

    /// <summary>Dialect and shape, as in the name of the embedded schema.</summary>
    public string Name => $"{System.IO.Path.GetFileName(Folder)}/{System.IO.Path.GetFileName(Path)[..^Suffix.Length]}";

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public JsonObject Read() => JsonNode.Parse(File.ReadAllText(Path))!.AsObject();
}
