using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Records;

namespace Conformance.SelfTests.Reports.Records;

/// <summary>A record, broken at every keyword of its schema in turn.</summary>
internal static class SchemaBreaks
{
    private static readonly JsonObject Schema = JsonNode.Parse(
        File.ReadAllText(RepositoryRoot.Combine("schemas", "Conformance.Record", "Runs", "run-record.schema.json")))!.AsObject();

    /// <summary>Every keyword that some place of the record can break, with a record that breaks it there and nowhere else.</summary>
    public static IEnumerable<(string Keyword, string Text)> Of(RunRecord full)
    {
        var record = JsonNode.Parse(RunRecordJson.Write(full))!;
        var seen = new HashSet<string>();
        foreach (var (place, schema, where) in Places(record, Schema, "#", []))
        {
            foreach (var (keyword, change) in Changes(schema))
            {
                if (!seen.Add($"{where} {keyword}"))
                    continue;

                var broken = record.DeepClone();
                change(broken, place);
                yield return ($"{where} {keyword}", broken.ToJsonString(JournalFormat.Document) + "\n");
            }
        }
    }

    /// <summary>Every member that the schema describes, as the keywords of its breaks begin.</summary>
    public static IEnumerable<string> Members() =>
        Names("#", Schema)
            .Concat(Schema["$defs"]!.AsObject().SelectMany(definition => Names(definition.Key, definition.Value!.AsObject())));

    private static IEnumerable<(string[] Place, JsonObject Schema, string Where)> Places(
        JsonNode? node, JsonObject schema, string where, string[] place)
    {
        var (resolved, name) = schema["$ref"] is { } reference
            ? (Schema["$defs"]![Last(reference)]!.AsObject(), Last(reference))
            : (schema, where);
        yield return (place, resolved, where);
        if (node is JsonObject members)
        {
            foreach (var (key, value) in members)
            {
                if (resolved["properties"]?[key] is JsonObject member)
                {
                    foreach (var below in Places(value, member, $"{name}/{key}", [.. place, key]))
                        yield return below;
                }
                else if (resolved["additionalProperties"] is JsonObject other)
                {
                    foreach (var below in Places(value, other, $"{name}/*", [.. place, key]))
                        yield return below;
                }
            }
        }

        if (node is JsonArray items && resolved["items"] is JsonObject item)
        {
            for (var i = 0; i < items.Count; i++)
            {
                foreach (var below in Places(items[i], item, $"{name}/items", [.. place, $"{i}"]))
                    yield return below;
            }
        }
    }

    private static string Last(JsonNode reference) => reference.GetValue<string>().Split('/')[^1];

    private static IEnumerable<(string Keyword, Action<JsonNode, string[]> Change)> Changes(JsonObject schema)
    {
        yield return ("type", (root, place) => Put(root, place, null));
        foreach (var required in schema["required"]?.AsArray() ?? [])
            yield return ($"required {required}", (root, place) => At(root, place).AsObject().Remove(required!.GetValue<string>()));

        if (schema["additionalProperties"] is JsonValue)
            yield return ("additionalProperties", (root, place) => At(root, place).AsObject().Add("extra", 1));

        if (schema["propertyNames"] is not null)
            yield return ("propertyNames", (root, place) => At(root, place).AsObject().Add("no id", 1));

        foreach (var (keyword, value) in BadValues(schema))
            yield return (keyword, (root, place) => Put(root, place, value));
    }

    private static IEnumerable<(string Keyword, JsonNode Value)> BadValues(JsonObject schema)
    {
        if (schema["const"] is not null)
            yield return ("const", 2);

        if (schema["pattern"] is not null)
            yield return ("pattern", "no match!");

        if (schema["minLength"] is not null)
            yield return ("minLength", "");

        if (schema["minimum"] is { } minimum)
            yield return ("minimum", minimum.GetValue<long>() - 1);

        if (schema["maximum"] is { } maximum)
            yield return ("maximum", maximum.GetValue<long>() + 1);

        if (schema["format"] is not null)
            yield return ("format", "2025-03-14T12:00");

        foreach (var name in schema["enum"] is JsonArray allowed ? Enum.GetNames<Verdict>()
            .Select(JsonNamingPolicy.CamelCase.ConvertName)
            .Append("Pass")
            .Except(allowed.Select(each => each!.GetValue<string>())) : [])
        {
            yield return ($"enum {name}", name);
        }
    }

    private static JsonNode At(JsonNode root, string[] place) =>
        place.Aggregate(root, (node, step) => node is JsonArray items ? items[int.Parse(step, null)]! : node[step]!);

    private static void Put(JsonNode root, string[] place, JsonNode? value)
    {
        if (place.Length == 0)
            root.AsObject().Clear();
        else if (At(root, place[..^1]) is JsonArray items)
            items[int.Parse(place[^1], null)] = value;
        else
            At(root, place[..^1])[place[^1]] = value;
    }

    private static IEnumerable<string> Names(string where, JsonObject schema) =>
        schema["properties"]?.AsObject().Select(member => $"{where}/{member.Key}") ?? [];
}
