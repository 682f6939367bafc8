using System.Globalization;
using Conformance.Fixtures.Targets;
using Conformance.Record.Journal;

namespace Conformance.Suites.Wiring;

/// <summary>What a run would do, told without a single request. It ends red: nothing was judged.</summary>
internal static class DryRun
{
    /// <summary>The plan, in lines.</summary>
    /// <param name="targets">The targets of sound files; null for the embedded servers.</param>
    /// <param name="shard">The shard that would run; null for the whole suite.</param>
    public static string Plan(IReadOnlyList<TargetSettings>? targets, Shard? shard)
    {
        List<(bool IsSound, IEnumerable<string> Lines)> planned =
            [.. targets is null ? [(true, ["  the suite's own reference servers"])] : targets.Select(target => Planned(target, shard))];
        var settings = planned.TrueForAll(each => each.IsSound) ? "the settings are sound" : "not all settings are sound";
        return string.Join('\n',
        [
            $"This was a dry run ({SettingsCheck.DryRunVariable}): {settings}, and nothing was sent or judged. A run would test:",
            .. shard is null ? Array.Empty<string>() : [$"  as shard {shard}, a part of the scenarios, at each"],
            .. planned.SelectMany(each => each.Lines),
        ]);
    }

    private static (bool IsSound, IEnumerable<string> Lines) Planned(TargetSettings target, Shard? shard)
    {
        try
        {
            return (true, Lines(shard is null ? target : ShardSettings.Of(target, shard)));
        }
        catch (ShardException e)
        {
            return (false, [$"  {target.Name} cannot be tested: {e.Message}"]);
        }
    }

    private static IEnumerable<string> Lines(TargetSettings target)
    {
        var contract = target.Contract;
        yield return $"  {target.Name}: {contract.Title}, at {string.Join(", ", target.BaseUrls.Select(url => url + target.PathPrefix))}"
            + (target.Proxy is { } proxy ? $", through {proxy}" : "");
        yield return $"    {Counted(contract.Scenarios.Count, "scenario")} for "
            + Counted(contract.Scenarios.Select(scenario => scenario.Requirement).Distinct().Count(), "requirement");
        yield return $"    accounts: {string.Join(", ", target.Accounts.Select(account => account.User))}"
            + (target.Administrator is { } administrator ? $", and as administrator {administrator.User}" : "");
        yield return target.Permissions.Destructive
            ? "    sessions that it did not open may be ended (permissions.destructive)"
            : "    what ends sessions that it did not open is left out (permissions.destructive)";
        yield return $"    {target.Parallel} scenarios at once, "
            + (target.RequestsPerSecond is { } most ? $"at most {most} requests a second, " : "as many requests as they make, ")
            + string.Create(CultureInfo.InvariantCulture, $"for {target.Limits.Run.TotalMinutes:0} min at most");
        if (target.Capabilities.Where(declared => !declared.Value).Select(declared => declared.Key).ToList() is { Count: > 0 } absent)
            yield return $"    declared absent: {string.Join(", ", absent)}";

        foreach (var advice in Advice.Of(target))
            yield return $"    {advice}";
    }

    private static string Counted(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
