using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Reports.Folding;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Merging;

/// <summary>Makes one run of several shards, in each of which a part of the scenarios ran against the same target.</summary>
public static class RunMerging
{
    /// <summary>One run for each target, in the order in which the targets first come.</summary>
    /// <param name="runs">The shards.</param>
    /// <param name="contracts">The contracts that they may be about; null for those that this suite has scenarios for.</param>
    /// <exception cref="UnfitRunsException">Two runs of one target do not fit; the message names both files.</exception>
    public static IReadOnlyList<RunRecord> Merge(IReadOnlyList<NamedRun> runs, ContractSet? contracts = null) =>
        [.. runs
            .GroupBy(run => run.Record.Target.Name, StringComparer.Ordinal)
            .Select(shards => MergeShards([.. shards], contracts ?? KnownContracts.All))];

    private static RunRecord MergeShards(List<NamedRun> shards, ContractSet contracts)
    {
        if (shards is [{ Record.Shard: null } only])
            return only.Record;

        ShardFit.RefuseTwice(shards);
        ShardFit.Refuse(shards);
        ShardSet.Refuse(shards);
        var renumbered = Renumbering.Of([.. shards.Select(shard => shard.Record)]);
        return RunFolder.Fold(Journal(renumbered, contracts), contracts.Catalogue);
    }

    /// <summary>The journal that one run of all scenarios could have written.</summary>
    private static List<JournalEntry> Journal(IReadOnlyList<RunRecord> shards, ContractSet contracts)
    {
        var first = shards[0];
        var (target, plan) = Together(first, contracts);
        var start = new RunStarted(target, first.SuiteVersion, first.Seed, shards.Min(shard => shard.StartedAt))
        {
            SuiteDigest = first.SuiteDigest,
            PlanDigest = plan,
            RunId = first.RunId,
            // What one shard left out, another one ran.
            LeftOut = [.. first.LeftOut.Where(name => shards.All(shard => shard.LeftOut.Contains(name)))],
        };
        var replaced = shards.SelectMany(shard => shard.SecretsReplaced ?? []).ToList();
        var scenarios = shards.SelectMany(shard => shard.Scenarios).DistinctBy(scenario => scenario.Scenario);
        // Where one shard was killed, the whole has no end.
        var end = shards.All(shard => shard.EndedAt is not null) ? new RunEnded(shards.Max(shard => shard.EndedAt!.Value)) : null;
        return
        [
            start,
            .. PreflightMerging.Of(shards) is { } preflight ? [preflight] : Array.Empty<JournalEntry>(),
            .. scenarios,
            .. ClosingOf(shards) is { } closing ? [closing] : Array.Empty<JournalEntry>(),
            .. replaced.Count > 0 ? [new SecretsReplaced(replaced)] : Array.Empty<JournalEntry>(),
            .. end is null ? [] : new[] { end },
        ];
    }

    // All shards had the server at the same time. A plan of another suite keeps its digest, by which a gate knows it.
    private static (TargetDescription Target, string? Plan) Together(RunRecord shard, ContractSet contracts)
    {
        if (shard.Shard is not { Count: > 1 and var count } || contracts.Find(shard.Target.Dialect) is not { } contract
            || (shard.Target.Profile is { } profile && contracts.FindProfile(profile) is null)
            || shard.PlanDigest != PlanDigest.Of(shard.Target, contract))
        {
            return (shard.Target, shard.PlanDigest);
        }

        var target = shard.Target with { ScenariosAtOnce = shard.Target.ScenariosAtOnce * count };
        return (target, PlanDigest.Of(target, contract));
    }

    private static ClosingFinished? ClosingOf(IReadOnlyList<RunRecord> shards)
    {
        var closings = shards.Select(shard => shard.Closing).OfType<ClosingFinished>().ToList();
        return closings.Count == 0
            ? null
            : new ClosingFinished
            {
                LeftOpen = [.. closings.SelectMany(closing => closing.LeftOpen)],
                Exchanges = [.. closings.SelectMany(closing => closing.Exchanges)],
            };
    }
}

/// <summary>Runs that cannot be made one; the message names the files and what to change.</summary>
public sealed class UnfitRunsException(string message) : Exception(message);
