using System.Text.Json;
using System.Text.Json.Nodes;
using Bogus;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>
/// Changes one place in a JSON value: drops it, doubles it, swaps it with its neighbour, or turns it into something else.
/// </summary>
/// <param name="random">Chooses the place and the change.</param>
internal sealed class JsonEdit(Randomizer random)
{
    private static readonly string[] Verdicts =
        ["pass", "observed", "notApplicable", "disabled", "waived", "warning", "inconclusive", "error", "fail"];

    private static readonly List<Requirement> Rows = [.. KnownContracts.All.Catalogue.Requirements];

    private static readonly string[] Deciding = ["verdict", "findings", "holds", "requirement", "status"];

    /// <summary>Changes one place, and names the kind of the change; null if the place has nothing to change.</summary>
    public string? Apply(JsonNode root)
    {
        if (Place(root, "") is not var (parent, key, path))
            return null;

        return parent switch
        {
            JsonArray array when random.Number(1) == 0 => Rearrange(array, int.Parse(key), path),
            JsonObject members when random.Number(3) == 0 && members.Remove(key) => $"drop {path}",
            _ => Turn(parent, key, path),
        };
    }

    private string Rearrange(JsonArray array, int index, string path)
    {
        var other = random.Number(array.Count - 1);
        switch (random.Number(2))
        {
            case 0:
                array.RemoveAt(index);
                return $"drop {path}";
            case 1:
                array.Insert(other, array[index]?.DeepClone());
                return $"duplicate {path}";
            default:
                (array[index], array[other]) = (array[other]?.DeepClone(), array[index]?.DeepClone());
                return $"swap {path}";
        }
    }

    private string? Turn(JsonNode parent, string key, string path)
    {
        JsonNode? turned = At(parent, key) switch
        {
            JsonValue value when value.TryGetValue(out bool flag) => JsonValue.Create(!flag),
            JsonValue value when value.GetValueKind() is JsonValueKind.Number => Renumbered(value),
            JsonValue value when value.GetValueKind() is JsonValueKind.String => Reworded(value.GetValue<string>()),
            JsonArray { Count: > 0 } => new JsonArray(),
            _ => null,
        };
        if (turned is null)
            return null;

        if (parent is JsonArray array)
            array[int.Parse(key)] = turned;
        else
            parent[key] = turned;

        return $"flip {path}";
    }

    private JsonValue Renumbered(JsonValue value) => random.Number(3) switch
    {
        0 => JsonValue.Create(0),
        1 => JsonValue.Create(200),
        _ => value.TryGetValue(out int whole) ? JsonValue.Create(whole + random.Number(-2, 2)) : JsonValue.Create(random.Number(999)),
    };

    private JsonValue Reworded(string text) => JsonValue.Create(
        Array.IndexOf(Verdicts, text) >= 0 ? Verdicts[random.Number(Verdicts.Length - 1)]
        : KnownContracts.All.Catalogue.TryFind(text, out _) ? random.ListItem(OfSameContract(text)).Id
        : text switch
        {
            "promise" => "control",
            "control" => "promise",
            _ => random.Number(2) switch { 0 => "", 1 => "200", _ => text + "x" },
        });

    private static JsonNode? At(JsonNode parent, string key) => parent is JsonArray array ? array[int.Parse(key)] : parent[key];

    // Level by level, so that what is told of many exchanges is not hit more often than the one verdict.
    private (JsonNode Parent, string Key, string Path)? Place(JsonNode node, string path)
    {
        var keys = node switch
        {
            JsonObject members => [.. members.Select(member => member.Key)],
            JsonArray items => [.. Enumerable.Range(0, items.Count).Select(index => $"{index}")],
            _ => Array.Empty<string>(),
        };
        if (keys.Length == 0)
            return null;

        // What decides is tried more often than what decorates.
        var deciding = Deciding.Where(keys.Contains).ToArray();
        var key = random.ArrayElement(deciding.Length > 0 && random.Bool() ? deciding : keys);
        var here = node is JsonObject ? Joined(path, key) : path;
        var below = random.Number(3) > 0 && At(node, key) is { } child ? Place(child, here) : null;
        return below ?? (node, key, here);
    }

    private static List<Requirement> OfSameContract(string id) =>
        [.. Rows.Where(row => row.Id.StartsWith(id[..id.IndexOf('-', StringComparison.Ordinal)], StringComparison.Ordinal))];

    private static string Joined(string path, string key) => path.Length == 0 ? key : $"{path}/{key}";
}
