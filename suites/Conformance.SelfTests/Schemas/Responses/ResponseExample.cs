using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.SelfTests.Schemas.Responses;

/// <summary>One case of <c>schemas/Conformance.Schemas/Responses/&lt;dialect&gt;/&lt;shape&gt;.examples.json</c>.</summary>
/// <param name="Schema">The shape that it is an example of.</param>
/// <param name="Name">What is special about it; unique in its file.</param>
/// <param name="Violation">What is wrong with it; null if nothing is.</param>
/// <param name="Body">The body.</param>
public sealed record ResponseExample(string Schema, string Name, ExpectedViolation? Violation, JsonNode? Body)
{
    private const string Suffix = ".examples.json";

    private static readonly JsonSerializerOptions Strict =
        new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly string Folder = RepositoryRoot.Combine("schemas", "Conformance.Schemas", "Responses");

    public static IReadOnlyList<ResponseExample> All { get; } =
    [
        .. from path in Directory.EnumerateFiles(Folder, $"*{Suffix}", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
           let schema = Path.GetRelativePath(Folder, path)[..^Suffix.Length].Replace(Path.DirectorySeparatorChar, '/')
           from example in JsonSerializer.Deserialize<IReadOnlyList<Case>>(File.ReadAllText(path), Strict)!
           select example.Of(schema),
    ];

    public override string ToString() => $"{Schema}: {Name}";

    private sealed record Case(string Name, bool Valid, JsonNode? Body, string? Pointer = null, string? Keyword = null)
    {
        public ResponseExample Of(string schema) => (Valid, Pointer, Keyword) switch
        {
            (true, null, null) => new(schema, Name, null, Body),
            (false, { } pointer, { } keyword) => new(schema, Name, new(pointer, keyword), Body),
            _ => throw new InvalidDataException($"{schema}{Suffix}: \"{Name}\" is either valid, or has a pointer and a keyword."),
        };
    }
}

/// <summary>What a schema says of a body.</summary>
/// <param name="Pointer">JSON Pointer to the place that is wrong.</param>
/// <param name="Keyword">The keyword of the schema that it breaks.</param>
public sealed record ExpectedViolation(string Pointer, string Keyword);
