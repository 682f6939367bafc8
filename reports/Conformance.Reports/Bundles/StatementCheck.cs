using System.Text.Json.Nodes;
using Conformance.Reports.Formats;
using Conformance.Reports.Verification;

namespace Conformance.Reports.Bundles;

/// <summary>Makes the statement of a bundle again, and compares what it says.</summary>
internal static class StatementCheck
{
    /// <summary>The profile that a statement is about; null if it names none.</summary>
    public static string? ProfileOf(JsonObject? statement) =>
        Annotation(statement, Statement.ProfileDescriptor, "name");

    /// <summary>The version of the tool that a statement says made it; null if it names none.</summary>
    public static string? VersionOf(JsonObject? statement) => Annotation(statement, Statement.ToolDescriptor, "version");

    public static IEnumerable<BundleProblem> Problems(JudgedRun run, IReadOnlyList<BundleFile> files, JsonObject statement)
    {
        var again = Statement.Of(run, files.Where(file => file.Path != BundleContents.Attestation));
        var (told, given) = (statement["predicate"] as JsonObject ?? [], again["predicate"]!.AsObject());
        var members = told.Select(member => member.Key).Union(given.Select(member => member.Key))
            .Where(name => name != "configuration" && !JsonNode.DeepEquals(told[name], given[name]))
            .Select(name => $"predicate/{name} is {Shown(told[name])}, and the record gives {Shown(given[name])}");
        return members.Concat(Descriptors(Configuration(told), Configuration(given)))
            .Select(problem => new BundleProblem(BundleContents.Attestation, problem));
    }

    private static IEnumerable<string> Descriptors(Dictionary<string, JsonObject> told, Dictionary<string, JsonObject> given) =>
        told.Keys.Union(given.Keys)
            // The version of the tool is told and not held against a bundle, whose reports are compared themselves.
            .Where(name => name != Statement.ToolDescriptor && !JsonNode.DeepEquals(told.GetValueOrDefault(name), given.GetValueOrDefault(name)))
            .Select(name => $"predicate/configuration/{name} is {Shown(told.GetValueOrDefault(name))}, and here it is {Shown(given.GetValueOrDefault(name))}{Meaning(name)}");

    private static string? Annotation(JsonObject? statement, string descriptor, string name) =>
        Configuration(statement?["predicate"]).GetValueOrDefault(descriptor) is { } described
        && (described["annotations"] as JsonObject)?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string Meaning(string descriptor) => descriptor switch
    {
        "catalogue" or "responseSchemas" => ": the verdicts were judged by other texts than this tool has, so verify with the version that made them",
        _ => "",
    };

    private static Dictionary<string, JsonObject> Configuration(JsonNode? predicate) =>
        ((predicate as JsonObject)?["configuration"] as JsonArray ?? []).OfType<JsonObject>()
            .Where(descriptor => descriptor["name"] is JsonValue name && name.TryGetValue(out string? _))
            .GroupBy(descriptor => descriptor["name"]!.GetValue<string>(), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private static string Shown(JsonNode? node) => node is null ? "absent" : JsonText.Shown(node);
}
