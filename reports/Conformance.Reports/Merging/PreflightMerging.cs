using Conformance.Record.Journal;
using Conformance.Record.Runs;

namespace Conformance.Reports.Merging;

/// <summary>Makes one preflight of those of several shards: each looked at the same server before its own scenarios.</summary>
internal static class PreflightMerging
{
    public static PreflightFinished? Of(IReadOnlyList<RunRecord> shards)
    {
        var preflights = shards.Select(shard => shard.Preflight).OfType<PreflightFinished>().ToList();
        return preflights.Count == 0
            ? null
            : new PreflightFinished(preflights.Select(preflight => preflight.Problem).FirstOrDefault(problem => problem is not null))
            {
                Capabilities = preflights[0].Capabilities,
                Discrepancies = [.. preflights.SelectMany(preflight => preflight.Discrepancies).Distinct(StringComparer.Ordinal)],
                LeftOpen = [.. preflights.SelectMany(preflight => preflight.LeftOpen)],
                Logins = preflights.Sum(preflight => preflight.Logins),
                Exchanges = [.. preflights.SelectMany(preflight => preflight.Exchanges)],
            };
    }
}
