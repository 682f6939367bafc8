using System.Text.Json.Nodes;

namespace Conformance.SelfTests.Schemas.Responses;

/// <summary>One example body of <c>schemas/Conformance.Schemas/Responses/&lt;dialect&gt;/examples/&lt;shape&gt;</c>.</summary>
internal sealed record ResponseExample(string Schema, string Name)
{
    private static readonly string Folder = RepositoryRoot.Combine("schemas", "Conformance.Schemas", "Responses");

    public static IReadOnlyList<ResponseExample> All { get; } =
    [
        .. from path in Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
           let parts = Path.GetRelativePath(Folder, path).Split(Path.DirectorySeparatorChar)
           where parts is [_, "examples", _, not "expected.json"]
           orderby path
           select new ResponseExample($"{parts[0]}/{parts[2]}", Path.GetFileNameWithoutExtension(path)),
    ];

    public bool Passes => Name.StartsWith("passes-", StringComparison.Ordinal);

    public bool Fails => Name.StartsWith("fails-", StringComparison.Ordinal);

    public JsonNode? Body => Read($"{Name}.json");

    public override string ToString() => $"{Schema}: {Name}";

    /// <summary>What <c>expected.json</c> says of the failing examples of a schema: pointer and keyword by name.</summary>
    public static IReadOnlyDictionary<string, (string Pointer, string Keyword)> ExpectedOf(string schema) =>
        (new ResponseExample(schema, "expected").Body?.AsObject() ?? []).ToDictionary(
            entry => entry.Key,
            entry => (entry.Value!["pointer"]!.GetValue<string>(), entry.Value["keyword"]!.GetValue<string>()));

    private JsonNode? Read(string file)
    {
        var (dialect, shape) = Schema.Split('/') is [var first, var second] ? (first, second) : throw new InvalidOperationException(Schema);
        return JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, dialect, "examples", shape, file)));
    }
}
