using System.Text.Json.Nodes;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;
using Conformance.Reports.Verification;

namespace Conformance.Reports.Bundles;

/// <summary>Makes the statement of a bundle again, and compares what it says.</summary>
internal static class StatementCheck
{
    /// <summary>The profile that a statement is about, in its version; null if it names none.</summary>
    public static string? ProfileOf(JsonObject? statement) =>
        Annotation(statement, Statement.ProfileDescriptor, "name") is { } name
        && Annotation(statement, Statement.ProfileDescriptor, "version") is { } version
            ? $"{name}@{version}"
            : null;

    /// <summary>The version of the tool that a statement says made it; null if it names none.</summary>
    public static string? VersionOf(JsonObject? statement) => Annotation(statement, Statement.ToolDescriptor, "version");

    /// <summary>Where it differs from the statement that the record gives; <see cref="SubjectCheck"/> tells of its subjects.</summary>
    public static IEnumerable<BundleProblem> Problems(JudgedRun run, JsonObject statement)
    {
        // The version of the tool is told and not held against a bundle, whose reports are compared themselves.
        var again = Statement.Of(run, [], VersionOf(statement));
        var (told, given) = (statement["predicate"] as JsonObject ?? [], again["predicate"]!.AsObject());
        return Members("", statement, again, "subject", "predicate")
            .Concat(Members("predicate/", told, given, "configuration"))
            .Concat(Descriptors(told["configuration"], given["configuration"]))
            .Select(problem => new BundleProblem(BundleContents.Attestation, problem));
    }

    private static IEnumerable<string> Members(string place, JsonObject told, JsonObject given, params string[] except) =>
        told.Select(member => member.Key).Union(given.Select(member => member.Key))
            .Where(name => !except.Contains(name) && !JsonNode.DeepEquals(told[name], given[name]))
            .Select(name => $"{place}{OneLine.Of(name)} is {Shown(told[name])}, and the record gives {Shown(given[name])}");

    private static IReadOnlyList<string> Descriptors(JsonNode? told, JsonNode? given)
    {
        var (one, other) = (Named(told), Named(given));
        IReadOnlyList<string> problems =
        [
            .. one.Keys.Union(other.Keys).Where(name => !JsonNode.DeepEquals(one.GetValueOrDefault(name), other.GetValueOrDefault(name)))
                .Select(name =>
                    $"predicate/configuration/{OneLine.Of(name)} is {Shown(one.GetValueOrDefault(name))}, and here it is "
                    + $"{Shown(other.GetValueOrDefault(name))}{Meaning(name)}"),
        ];
        return problems.Count > 0 || JsonNode.DeepEquals(told, given)
            ? problems
            : ["predicate/configuration has a descriptor twice, or in another order, or one without a name"];
    }

    private static string? Annotation(JsonObject? statement, string descriptor, string name) =>
        Named((statement?["predicate"] as JsonObject)?["configuration"]).GetValueOrDefault(descriptor) is { } described
        && (described["annotations"] as JsonObject)?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string Meaning(string descriptor) => descriptor switch
    {
        "catalogue" or "responseSchemas" =>
            ": the verdicts were judged by other texts than this tool has, so verify with the version that made them",
        _ => "",
    };

    private static Dictionary<string, JsonObject> Named(JsonNode? configuration) =>
        (configuration as JsonArray ?? []).OfType<JsonObject>()
            .Where(descriptor => descriptor["name"] is JsonValue name && name.TryGetValue(out string? _))
            .GroupBy(descriptor => descriptor["name"]!.GetValue<string>(), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private static string Shown(JsonNode? node) => node is null ? "absent" : JsonText.Shown(node);
}
