using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Folding;
using Conformance.Reports.Text;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Verification;

/// <summary>
/// The verdicts of a record, held against its scenarios: quick enough for every reader of a record. <see cref="Recomputation"/>
/// also judges the scenarios again.
/// </summary>
public static class FoldedVerdicts
{
    /// <summary>The verdicts that the scenarios of the record do not give.</summary>
    /// <param name="record">The record.</param>
    /// <param name="contracts">The contracts that it may be about; null for those that this suite has scenarios for.</param>
    /// <exception cref="UnreadableRecordException">A scenario names a requirement that the catalogue does not have.</exception>
    public static IEnumerable<Contradiction> Contradictions(RunRecord record, ContractSet? contracts = null)
    {
        var told = record.Requirements.ToLookup(result => result.Id, result => result.Verdict, StringComparer.Ordinal);
        var given = RunFolder.Fold([.. FoldCheck.JournalOf(record)], (contracts ?? KnownContracts.All).Catalogue).Requirements
            .ToDictionary(result => result.Id, result => result.Verdict);
        foreach (var id in told.Select(verdicts => verdicts.Key).Union(given.Keys))
        {
            if (!told[id].SequenceEqual(given.TryGetValue(id, out var verdict) ? [verdict] : []))
            {
                yield return new(
                    OneLine.Of(id),
                    $"is {Words(told[id])}, and its scenarios give {(given.ContainsKey(id) ? verdict.Name() : "no verdict")}");
            }
        }
    }

    private static string Words(IEnumerable<Record.Verdicts.Verdict> verdicts) =>
        string.Join(" and ", verdicts.Select(verdict => verdict.Name()).DefaultIfEmpty("not in the record"));
}
