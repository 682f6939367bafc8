using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Reports.Records;

namespace Conformance.Reports.Merging;

/// <summary>Refuses shards that are not parts of one run.</summary>
internal static class ShardFit
{
    /// <exception cref="UnfitRunsException">Two do not fit; the message names both files.</exception>
    public static void Refuse(IReadOnlyList<NamedRun> shards)
    {
        foreach (var other in shards.Skip(1))
        {
            if (Difference(shards[0].Record, other.Record) is { } difference)
            {
                throw new UnfitRunsException(
                    $"{shards[0].File} and {other.File} do not fit: both are about {other.Record.Target.Name}, but {difference}.");
            }
        }

        RefuseOtherVerdicts(shards);
    }

    /// <exception cref="UnfitRunsException">One is there twice: a job that uploaded another's record would hide that its own is
    /// missing.</exception>
    public static void RefuseTwice(IReadOnlyList<NamedRun> shards)
    {
        if (shards.GroupBy(shard => RunRecordJson.Write(shard.Record)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UnfitRunsException(
                $"{twice.First().File} and {twice.ElementAt(1).File} are the same run: name each shard once, "
                + "and look whether one is missing.");
        }
    }

    private static string? Difference(RunRecord first, RunRecord other) =>
        DifferentMember(first.Target, other.Target) is { } member
            ? $"their target's {member} is not the same: run all shards with one target file"
        : first.SuiteVersion != other.SuiteVersion
            ? $"suite {first.SuiteVersion} made one and {other.SuiteVersion} the other: run all shards with one suite"
        : first.SuiteDigest != other.SuiteDigest ? "two builds of the suite made them: run all shards with one"
        : first.PlanDigest != other.PlanDigest ? "they had not the same plan: run all shards with one suite and one target file"
        : first.RunId != other.RunId
            ? $"one is of the run {first.RunId ?? "without a CONFORMANCE_RUN_ID"} and the other of {other.RunId ?? "one without"}: "
                + "run all shards with the same CONFORMANCE_RUN_ID"
        : first.Seed != other.Seed
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"their seeds are {first.Seed} and {other.Seed}, and a run has one: run all shards with the same CONFORMANCE_SEED")
        : DifferentCapability(first, other) is { } capability
            ? $"the server showed the capability {capability} to one of them only: run them again"
        : null;

    private static string? DifferentMember(TargetDescription first, TargetDescription other)
    {
        var one = JsonSerializer.SerializeToNode(first, JournalFormat.Document)!.AsObject();
        var two = JsonSerializer.SerializeToNode(other, JournalFormat.Document)!.AsObject();
        return one.Concat(two).Select(member => member.Key).FirstOrDefault(member => !JsonNode.DeepEquals(one[member], two[member]));
    }

    private static string? DifferentCapability(RunRecord first, RunRecord other) =>
        first.Preflight is null || other.Preflight is null
            ? null
            : Used(first).Union(Used(other)).Except(Used(first).Intersect(Used(other))).Order(StringComparer.Ordinal).FirstOrDefault();

    private static IEnumerable<string> Used(RunRecord record) =>
        record.Preflight!.Capabilities.Where(capability => capability.IsUsed).Select(capability => capability.Name);

    private static void RefuseOtherVerdicts(IReadOnlyList<NamedRun> shards)
    {
        var known = new Dictionary<string, (string File, string Text)>(StringComparer.Ordinal);
        foreach (var (shard, scenario) in shards.SelectMany(shard => shard.Record.Scenarios, (shard, scenario) => (shard, scenario)))
        {
            var text = JsonSerializer.Serialize(scenario, JournalFormat.Line);
            if (!known.TryAdd(scenario.Scenario, (shard.File, text)) && known[scenario.Scenario].Text != text)
            {
                throw new UnfitRunsException(
                    $"{known[scenario.Scenario].File} and {shard.File} do not fit: "
                    + $"both ran {scenario.Scenario}, and not with the same outcome; run each scenario in one shard only.");
            }
        }
    }
}
