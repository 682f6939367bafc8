using Conformance.Reports.Diffing;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Register.Entries;

/// <summary>An implementation of a contract, with its runs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">The same with its contract, as files can have it: it stays when others join, since links lead there.</param>
/// <param name="Runs">Its runs, the newest first; at least one.</param>
public sealed record Implementation(string Name, string Slug, IReadOnlyList<EnteredRun> Runs)
{
    /// <summary>The run by which it is shown.</summary>
    public EnteredRun Latest => Runs[0];

    public Contract Contract => Latest.Run.Contract;

    /// <summary>What changed from the run before this one; null where there is nothing to compare it with.</summary>
    public RunDiff? ChangesOf(EnteredRun run) =>
        Before(run) is { } before ? RunDiff.Of(before.Record, run.Record, new ContractSet(Contract)) : null;

    /// <summary>The run before this one; null for the first, and for one that was not verified. Such ones are passed over.</summary>
    public EnteredRun? Before(EnteredRun run) => IsNotVerified(run)
        ? null
        : Runs.SkipWhile(other => other != run).Skip(1).FirstOrDefault(other => !IsNotVerified(other));

    /// <summary>The oldest of its latest runs that all have the same verdict on a requirement.</summary>
    public EnteredRun Since(string requirement) =>
        Runs.TakeWhile(run => run.Find(requirement)?.Verdict == Latest.Find(requirement)?.Verdict).Last();

    /// <summary>All of a register, by their names.</summary>
    internal static IReadOnlyList<Implementation> Of(IEnumerable<EnteredRun> runs) =>
    [
        .. runs
            .GroupBy(run => (run.Record.Target.Dialect, run.Name))
            .OrderBy(group => group.Key.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Dialect, StringComparer.Ordinal)
            .Select(group => new Implementation(
                group.Key.Name, PlainName.Unique(group.Key.Dialect, group.Key.Name), Ordered(group))),
    ];

    private static bool IsNotVerified(EnteredRun run) => run.Proof.State is ProofState.NotVerified;

    // Given twice, a run counts once, with the better proof. Of equals the order must not decide: the site is the same in any.
    private static IReadOnlyList<EnteredRun> Ordered(IEnumerable<EnteredRun> runs) =>
        [
            .. runs
                .GroupBy(run => run.Source, StringComparer.Ordinal)
                .Select(same => same
                    .OrderByDescending(run => run.Proof.State)
                    .ThenByDescending(run => run.HasBundle && run.Submission is not null)
                    .ThenBy(run => run.Id, StringComparer.Ordinal)
                    .First())
                .OrderByDescending(run => run.Record.StartedAt)
                .ThenBy(run => run.Id, StringComparer.Ordinal),
        ];
}
