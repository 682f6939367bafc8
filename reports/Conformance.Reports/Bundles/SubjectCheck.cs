using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Reports.Bundles;

/// <summary>Holds the files of a bundle against the digests of its statement.</summary>
internal static class SubjectCheck
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The statement in an envelope; null if there is none.</summary>
    public static JsonObject? Read(Envelope? envelope)
    {
        if (envelope is not { PayloadType: Envelope.InToto } || envelope.Content() is not { } content)
            return null;
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(content), documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static IEnumerable<BundleProblem> Problems(IReadOnlyList<BundleFile> files, JsonObject? statement)
    {
        foreach (var path in Doubled(files))
            yield return new(path, "stands in the bundle twice");

        if (statement is null || Text(statement["_type"]) != Statement.Type || Text(statement["predicateType"]) != Statement.PredicateType)
        {
            yield return new(BundleContents.Attestation, "is missing, or holds no test result in an in-toto Statement v1");
            yield break;
        }

        foreach (var problem in FileProblems(files, statement))
            yield return problem;
    }

    private static IReadOnlyList<BundleProblem> FileProblems(IReadOnlyList<BundleFile> files, JsonObject statement)
    {
        var attested = files.Where(file => file.Path != BundleContents.Attestation).ToList();
        IReadOnlyList<BundleProblem> problems = [.. Differences(files, attested, Subjects(statement))];
        return problems.Count > 0 || JsonNode.DeepEquals(statement["subject"], Statement.Subjects(attested))
            ? problems
            : [new(
                BundleContents.Attestation, "subject is not the list of the files, in their order, with their SHA-256 and nothing else")];
    }

    private static IEnumerable<BundleProblem> Differences(
        IReadOnlyList<BundleFile> files, IReadOnlyList<BundleFile> attested, Dictionary<string, string?> subjects)
    {
        foreach (var path in subjects.Keys.Where(path => !files.Any(file => file.Path == path)))
            yield return new(path, "is attested, and is not in the bundle");

        foreach (var file in attested)
        {
            if (!subjects.TryGetValue(file.Path, out var digest))
            {
                yield return new(file.Path, "is in the bundle, and is not attested");
            }
            else if (digest != Digest.Of(file.Content.ToArray()))
            {
                yield return new(
                    file.Path, $"was changed: its SHA-256 is {Digest.Of(file.Content.ToArray())}, and {digest ?? "none"} is attested");
            }
        }
    }

    // On some machines, names that differ in case only are one.
    private static IEnumerable<string> Doubled(IReadOnlyList<BundleFile> files) =>
        files.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).Where(same => same.Skip(1).Any()).Select(same => same.Key);

    private static Dictionary<string, string?> Subjects(JsonObject statement) =>
        (statement["subject"] as JsonArray ?? []).OfType<JsonObject>()
            .GroupBy(subject => Text(subject["name"]) ?? "", StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => Text((same.First()["digest"] as JsonObject)?["sha256"]), StringComparer.Ordinal);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
