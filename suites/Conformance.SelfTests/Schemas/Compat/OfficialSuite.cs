using System.Text.Json.Nodes;
using Json.Schema;

namespace Conformance.SelfTests.Schemas.Compat;

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
        from testGroup in ReadGroups(file)
        let schema = JsonSchema.FromText(testGroup["schema"]!.ToJsonString())
        from test in testGroup["tests"]!.AsArray()
        where !IsJudgedRightly(schema, test!)
        select $"{file}: {testGroup["description"]}: {test!["description"]}";

    private static IEnumerable<JsonNode> ReadGroups(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(DraftFolder, file)))!.AsArray().Select(testGroup => testGroup!);

    private static bool IsJudgedRightly(JsonSchema schema, JsonNode test)
    {
        var options = new EvaluationOptions { EvaluateAs = SpecVersion.Draft202012 };
        RegisterRemotes(options.SchemaRegistry);
        return schema.Evaluate(test["data"], options).IsValid == test["valid"]!.GetValue<bool>();
    }

    // The suite says that its remotes are found at this address; they are registered, nothing is ever fetched.
    private static void RegisterRemotes(SchemaRegistry registry)
    {
        var remotes = Path.Combine(Folder, "remotes");
        foreach (var path in Directory.EnumerateFiles(remotes, "*.json", SearchOption.AllDirectories))
        {
            var address = new Uri("http://localhost:1234/" + Path.GetRelativePath(remotes, path).Replace('\\', '/'));
            registry.Register(address, JsonSchema.FromFile(path));
        }
    }
}
