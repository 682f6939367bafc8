using Conformance.Record.Runs;
using Conformance.Reports.Gating;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Diffing;

/// <summary>What changed between two sets of runs, target by target.</summary>
/// <param name="Runs">One for each target of both sets, in the order of the newer one.</param>
/// <param name="Gone">Targets of the older set alone: nothing of them is judged any more.</param>
/// <param name="Added">Targets of the newer set alone.</param>
public sealed record RunSetDiff(IReadOnlyList<RunDiff> Runs, IReadOnlyList<string> Gone, IReadOnlyList<string> Added)
{
    /// <summary>
    /// Compares runs of the same target; a single run is compared with a single other one whatever their targets are called.
    /// </summary>
    /// <param name="old">The older runs.</param>
    /// <param name="current">The newer runs.</param>
    /// <param name="contracts">The contracts that they may be about; null for those that this suite has scenarios for.</param>
    /// <exception cref="DialectMismatchException">Two runs to be compared are about two contracts.</exception>
    public static RunSetDiff Of(IReadOnlyList<RunRecord> old, IReadOnlyList<RunRecord> current, ContractSet? contracts = null)
    {
        if (old is [var before] && current is [var now])
            return new RunSetDiff([RunDiff.Of(before, now, contracts)], [], []);

        var oldNames = old.Select(run => run.Target.Name).ToHashSet(StringComparer.Ordinal);
        var newNames = current.Select(run => run.Target.Name).ToHashSet(StringComparer.Ordinal);
        return new RunSetDiff(
            [.. current
                .Where(run => oldNames.Contains(run.Target.Name))
                .Select(run => RunDiff.Of(old.First(other => other.Target.Name == run.Target.Name), run, contracts))],
            [.. oldNames.Except(newNames)],
            [.. newNames.Except(oldNames)]);
    }

    /// <summary>How many requirements changed in this way, over all targets.</summary>
    public int Count(ChangeKind kind) => Runs.Sum(run => run.Changes.Count(change => change.Kind == kind));
}
