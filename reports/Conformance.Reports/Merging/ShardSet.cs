using Conformance.Record.Journal;

namespace Conformance.Reports.Merging;

/// <summary>Refuses a set of shards that is not whole: a shard that nobody named is a part of the suite that nobody judged.</summary>
internal static class ShardSet
{
    private const int MostShown = 10;

    /// <exception cref="UnfitRunsException">One is missing, doubled, or of another set; the message says which.</exception>
    public static void Refuse(IReadOnlyList<NamedRun> runs)
    {
        if (runs.FirstOrDefault(run => run.Record.Shard is not null) is not { Record.Shard: { } shard } known)
            return;

        foreach (var other in runs.Where(run => run.Record.Shard?.Count != shard.Count))
        {
            throw new UnfitRunsException(
                $"{known.File} is shard {shard} of {known.Record.Target.Name}, and {other.File} is "
                + $"{(other.Record.Shard is { } of ? $"shard {of}" : "no shard")}: merge the shards of one run only.");
        }

        if (runs.FirstOrDefault(run => run.Record.RunId is null || run.Record.Shard!.Index > shard.Count) is { } unfit)
        {
            throw new UnfitRunsException(
                $"{unfit.File} is shard {unfit.Record.Shard} of the run {unfit.Record.RunId ?? "without a name"}: "
                + "no suite writes that; run it again.");
        }

        if (runs.GroupBy(run => run.Record.Shard!.Index).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UnfitRunsException(
                $"{twice.First().File} and {twice.ElementAt(1).File} are both shard {new Shard(twice.Key, shard.Count)} of "
                + $"{known.Record.Target.Name}: name each shard once, and look whether another one is missing.");
        }

        if (runs.SelectMany(run => run.Record.Scenarios, (run, scenario) => (run.File, scenario.Scenario))
            .GroupBy(each => each.Scenario)
            .FirstOrDefault(same => same.Count() > 1) is { } both)
        {
            throw new UnfitRunsException(
                $"{both.First().File} and {both.ElementAt(1).File} have both judged {both.Key}, which is in one shard only: "
                + "run them again.");
        }

        List<string> missing =
        [
            .. Enumerable.Range(1, shard.Count)
                .Except(runs.Select(run => run.Record.Shard!.Index))
                .Take(MostShown + 1)
                .Select(index => $"{new Shard(index, shard.Count)}"),
        ];
        if (missing.Count > 0)
        {
            throw new UnfitRunsException(
                $"of {known.Record.Target.Name} there is no record of the shard{(missing.Count > 1 ? "s" : "")} "
                + $"{string.Join(", ", missing.Take(MostShown))}{(missing.Count > MostShown ? ", …" : "")}: "
                + "name the records of all shards.");
        }
    }
}
