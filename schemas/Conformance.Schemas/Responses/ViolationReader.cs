using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Conformance.Schemas.Responses;

/// <summary>Reads the leaves out of an evaluation: applicators such as properties, $ref or if only lead to them.</summary>
internal sealed class ViolationReader(SchemaDocuments documents, DocumentOrder order)
{
    // The output form of JSON Schema nests once per applicator, which is deeper than the body.
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 512 };

    // The library's own message for these says less than their alternatives do.
    private static readonly string[] ToldByTheirAlternatives = ["anyOf", "oneOf", "not"];

    public IReadOnlyList<SchemaViolation> Read(EvaluationResults results)
    {
        // By way of the standard output form: naming the types of JsonSchema.Net's pointers here would tie
        // the compiler to the signed upstream packages.
        var output = JsonSerializer.SerializeToNode(results, Deep)!.AsObject();
        return [.. LeavesOf(output).Distinct().OrderBy(violation => order.PositionOf(violation.Pointer))];
    }

    private IEnumerable<SchemaViolation> LeavesOf(JsonObject result) =>
        IsValid(result) ? [] : ErrorsOf(result).Concat(DetailsOf(result).GroupBy(ApplicatorIn(result)).SelectMany(LeavesBelow));

    private IEnumerable<SchemaViolation> ErrorsOf(JsonObject result)
    {
        documents.TryFind(Text(result, "schemaLocation"), out var schema);
        var place = Text(result, "instanceLocation");
        return
            from error in result["errors"]?.AsObject() ?? []
            where !ToldByTheirAlternatives.Contains(error.Key)
            from violation in new ViolationText(place, order.ValueAt(place), schema ?? []).Of(error.Key, error.Value!.GetValue<string>())
            select violation;
    }

    private IEnumerable<SchemaViolation> LeavesBelow(IGrouping<string, JsonObject> results) => results.Key switch
    {
        // A condition that does not hold is no violation; contains tells its own at its parent.
        "if" or "contains" => [],
        "not" => results.Any(IsValid) ? [NoneOf(results)] : [],
        "anyOf" => results.Any(IsValid) ? [] : [OneOf(results)],
        "oneOf" => results.Count(IsValid) == 1 ? [] : [OneOf(results)],
        _ => results.SelectMany(LeavesOf),
    };

    private static SchemaViolation NoneOf(IEnumerable<JsonObject> results) =>
        new(Text(results.First(), "instanceLocation"), "not", "anything that the schema does not exclude", "excluded");

    private SchemaViolation OneOf(IGrouping<string, JsonObject> alternatives)
    {
        var place = Text(alternatives.First(), "instanceLocation");
        var matching = alternatives.Count(IsValid);
        return matching > 0
            ? new(place, alternatives.Key, "exactly one alternative", $"{matching} of them")
            : new(place, alternatives.Key, string.Join(" or ", alternatives.Select(Wish)), ViolationText.KindOf(order.ValueAt(place)));
    }

    private string Wish(JsonObject alternative)
    {
        var place = Text(alternative, "instanceLocation");
        return string.Join(" and ", LeavesOf(alternative).Distinct().Select(leaf =>
            leaf.Pointer == place ? leaf.Expected : $"{leaf.Pointer[place.Length..]} {leaf.Expected}"));
    }

    private static Func<JsonObject, string> ApplicatorIn(JsonObject parent)
    {
        var length = Text(parent, "evaluationPath").Length + 1;
        return child => Text(child, "evaluationPath")[length..].Split('/')[0];
    }

    private static IEnumerable<JsonObject> DetailsOf(JsonObject result) => (result["details"]?.AsArray() ?? []).Select(detail => detail!.AsObject());

    private static bool IsValid(JsonObject result) => result["valid"]!.GetValue<bool>();

    private static string Text(JsonObject result, string member) => result[member]!.GetValue<string>();
}
