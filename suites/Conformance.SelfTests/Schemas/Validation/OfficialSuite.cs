using System.Text.Json;
using Json.Schema;

namespace Conformance.SelfTests.Schemas.Validation;

/// <summary>
/// The official JSON Schema test suite (github.com/json-schema-org/JSON-Schema-Test-Suite), which is not part of this
/// repository: it is looked for in <c>shared/json-schema-test-suite</c> beside it.
/// </summary>
internal static class OfficialSuite
{
    private static readonly string Folder = RepositoryRoot.Combine("..", "shared", "json-schema-test-suite");

    private static readonly string DraftFolder = Path.Combine(Folder, "tests", "draft2020-12");

    public static string ReasonOfAbsence => $"{DraftFolder} holds no tests: clone the official JSON Schema test suite there to run them.";

    /// <summary>The names of the required files; none if the suite is absent.</summary>
    public static IReadOnlyList<string> RequiredFiles { get; } = Directory.Exists(DraftFolder)
        ? [.. Directory.EnumerateFiles(DraftFolder, "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The full names (file: group: test) of those cases of a file that JsonSchema.Net judges wrongly.</summary>
    public static IEnumerable<string> WronglyJudged(string file) =>
        from testGroup in Read(Path.Combine(DraftFolder, file)).EnumerateArray()
        from test in testGroup.GetProperty("tests").EnumerateArray()
        where Judge(testGroup.GetProperty("schema"), test.GetProperty("data")) != test.GetProperty("valid").GetBoolean()
        select $"{file}: {testGroup.GetProperty("description")}: {test.GetProperty("description")}";

    // Null where the validator gives no verdict.
    private static bool? Judge(JsonElement schema, JsonElement data)
    {
        try
        {
            return JsonSchema.Build(schema, WithRemotes()).Evaluate(data).IsValid;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The suite says that its remotes are found at this address; they are registered, nothing is ever fetched.
    private static BuildOptions WithRemotes()
    {
        var options = new BuildOptions
        {
            Dialect = Dialect.Draft202012,
            DialectRegistry = new DialectRegistry(),
            SchemaRegistry = new SchemaRegistry(),
            VocabularyRegistry = new VocabularyRegistry(),
        };
        var remotes = Path.Combine(Folder, "remotes");
        foreach (var path in Directory.EnumerateFiles(remotes, "*.json", SearchOption.AllDirectories))
        {
            var address = new Uri("http://localhost:1234/" + Path.GetRelativePath(remotes, path).Replace('\\', '/'));
            var remote = JsonSchema.Build(Read(path), options, address);
            if (remote.BaseUri != address)
                options.SchemaRegistry.Register(address, remote);
        }

        return options;
    }

    private static JsonElement Read(string path) => JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
}
