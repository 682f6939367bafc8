using System.Text.Json.Nodes;
using Conformance.Schemas.Validation;
using Json.Schema;

namespace Conformance.Schemas.Responses;

/// <summary>Reads the leaves out of an evaluation: applicators such as properties, $ref or if only lead to them.</summary>
internal sealed class ViolationReader(SchemaDocuments documents, DocumentOrder order)
{
    // The library's own message for these says less than their alternatives do.
    private static readonly string[] ToldByTheirAlternatives = ["anyOf", "oneOf", "not"];

    /// <summary>What is wrong, in document order.</summary>
    /// <param name="results">The evaluation.</param>
    /// <param name="schema">The schema that it went by.</param>
    public IReadOnlyList<SchemaViolation> Read(EvaluationResults results, JsonNode schema) =>
        [.. LeavesOf(new Evaluated(results, schema)).Distinct().OrderBy(violation => order.PositionOf(violation.Pointer))];

    private IEnumerable<SchemaViolation> LeavesOf(Evaluated evaluated) => evaluated.IsValid
        ? []
        : ErrorsOf(evaluated)
            .Concat(DetailsOf(evaluated).GroupBy(detail => detail.Applicator, StringComparer.Ordinal).SelectMany(LeavesBelow));

    private IEnumerable<SchemaViolation> ErrorsOf(Evaluated evaluated) =>
        from error in evaluated.Results.Errors ?? new Dictionary<string, string>()
        where !ToldByTheirAlternatives.Contains(error.Key)
        from violation in new ViolationText(evaluated.Place, order.ValueAt(evaluated.Place), evaluated.Schema as JsonObject ?? []).Of(
            error.Key, error.Value)
        select violation;

    private IEnumerable<SchemaViolation> LeavesBelow(IGrouping<string, Evaluated> results) => results.Key switch
    {
        // A condition that does not hold is no violation; contains tells its own at its parent.
        "if" or "contains" => [],
        "not" => results.Any(result => result.IsValid) ? [NoneOf(results)] : [],
        "anyOf" => results.Any(result => result.IsValid) ? [] : [OneOf(results)],
        "oneOf" => results.Count(result => result.IsValid) == 1 ? [] : [OneOf(results)],
        _ => results.SelectMany(LeavesOf),
    };

    private static SchemaViolation NoneOf(IEnumerable<Evaluated> results) =>
        new(results.First().Place, "not", "anything that the schema does not exclude", "excluded");

    private SchemaViolation OneOf(IGrouping<string, Evaluated> alternatives)
    {
        var place = alternatives.First().Place;
        var matching = alternatives.Count(alternative => alternative.IsValid);
        return matching > 0
            ? new(place, alternatives.Key, "exactly one alternative", $"{matching} of them")
            : new(place, alternatives.Key, string.Join(" or ", alternatives.Select(Wish)), ViolationText.KindOf(order.ValueAt(place)));
    }

    private string Wish(Evaluated alternative) => string.Join(" and ", LeavesOf(alternative).Distinct().Select(leaf =>
        leaf.Pointer == alternative.Place ? leaf.Expected : $"{leaf.Pointer[alternative.Place.Length..]} {leaf.Expected}"));

    private IEnumerable<Evaluated> DetailsOf(Evaluated evaluated) =>
        from detail in evaluated.Results.Details ?? []
        let steps = detail.Path()[evaluated.Results.Path().Length..]
        select new Evaluated(detail, documents.Follow(evaluated.Schema, steps), steps.Split('/')[1]);

    /// <summary>What a schema says of a place of the body.</summary>
    /// <param name="Results">What it says.</param>
    /// <param name="Schema">The schema.</param>
    /// <param name="Applicator">The keyword of its parent that led to it; empty at the root.</param>
    private sealed record Evaluated(EvaluationResults Results, JsonNode? Schema, string Applicator = "")
    {
        public bool IsValid => Results.IsValid;

        public string Place { get; } = Results.InstanceLocation.ToString();
    }
}
