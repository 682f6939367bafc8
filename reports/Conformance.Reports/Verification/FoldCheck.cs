using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Folding;
using Conformance.Reports.Text;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Verification;

/// <summary>Folds the scenarios of a record again, and compares requirements and totals member by member.</summary>
internal static class FoldCheck
{
    public static IEnumerable<Contradiction> Contradictions(RunRecord record, Catalogue catalogue)
    {
        try
        {
            var again = RunFolder.Fold([.. JournalOf(record)], catalogue).InFormOf(record, catalogue);
            return
            [
                .. Order(record, again),
                .. Requirements(record.Requirements, again.Requirements),
                .. Members("totals", record.Totals, again.Totals),
            ];
        }
        catch (UnreadableRecordException e)
        {
            return [new("scenarios", e.Message)];
        }
    }

    internal static IEnumerable<JournalEntry> JournalOf(RunRecord record)
    {
        yield return new RunStarted(record.Target, record.SuiteVersion, record.Seed, record.StartedAt)
        {
            SuiteDigest = record.SuiteDigest,
            PlanDigest = record.PlanDigest,
            RunId = record.RunId,
            Shard = record.Shard,
            LeftOut = record.LeftOut,
        };
        if (record.Preflight is { } preflight)
            yield return preflight;

        foreach (var scenario in record.Scenarios)
            yield return scenario;

        if (record.Closing is { } closing)
            yield return closing;

        if (record.EndedAt is { } end)
            yield return new RunEnded(end);
    }

    private static IEnumerable<Contradiction> Order(RunRecord record, RunRecord again) =>
        Names(record).SequenceEqual(Names(again), StringComparer.Ordinal) ? [] : [new("scenarios", "are not in the order of their names")];

    private static IEnumerable<string> Names(RunRecord record) => record.Scenarios.Select(scenario => scenario.Scenario);

    private static IEnumerable<Contradiction> Requirements(
        IReadOnlyList<RequirementResult> recorded, IReadOnlyList<RequirementResult> recomputed)
    {
        foreach (var result in recorded.Where(result => !recomputed.Any(other => other.Id == result.Id)))
            yield return new(OneLine.Of(result.Id), $"is {result.Verdict.Name()}, and no scenario of the record judges it");

        foreach (var result in recomputed)
        {
            IReadOnlyList<RequirementResult> told = [.. recorded.Where(other => other.Id == result.Id)];
            if (told is not [var one])
            {
                yield return new(result.Id, $"has {told.Count} verdicts, and the scenarios give one: {result.Verdict.Name()}");
            }
            else
            {
                foreach (var contradiction in Members(result.Id, one, result))
                    yield return contradiction;
            }
        }

        if (recorded.Count == recomputed.Count
            && !recorded.Select(result => result.Id).SequenceEqual(recomputed.Select(result => result.Id), StringComparer.Ordinal))
        {
            yield return new("requirements", "are not in the order of the catalogue");
        }
    }

    private static IEnumerable<Contradiction> Members<T>(string place, T recorded, T recomputed)
    {
        var (told, given) = (Json(recorded), Json(recomputed));
        return told.Select(member => member.Key).Union(given.Select(member => member.Key))
            .Where(name => !JsonNode.DeepEquals(told[name], given[name]))
            .Select(name =>
                new Contradiction(place, $"{name} is {Shown(told[name])} in the record, and its scenarios give {Shown(given[name])}"));
    }

    private static JsonObject Json<T>(T part) => JsonSerializer.SerializeToNode(part, JournalFormat.Line)!.AsObject();

    private static string Shown(JsonNode? node) => node is null ? "absent" : JsonText.Shown(node);
}
