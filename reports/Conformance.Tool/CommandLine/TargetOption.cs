using System.CommandLine;
using Conformance.Reports.Merging;
using Conformance.Reports.Text;

namespace Conformance.Tool.CommandLine;

/// <summary>The option <c>--target</c>, which picks the runs of one target.</summary>
internal static class TargetOption
{
    public static Option<string?> Create() =>
        new("--target") { Description = "Name of the target to take, where there are runs of several. [default: all]" };

    /// <summary>The runs of the target of this name; all runs for no name.</summary>
    /// <exception cref="BadUsageException">There is none.</exception>
    public static IReadOnlyList<NamedRun> Choose(IReadOnlyList<NamedRun> runs, string? name)
    {
        IReadOnlyList<NamedRun> chosen = name is null ? runs : [.. runs.Where(run => run.Record.Target.Name == name)];
        return chosen.Count > 0
            ? chosen
            : throw new BadUsageException($"there is no run of a target '{name}'; choose one of {Names(runs)}.");
    }

    /// <summary>The only run of the target of this name; without a name, the only run.</summary>
    /// <exception cref="BadUsageException">There is none, or there are several.</exception>
    public static NamedRun ChooseOne(IReadOnlyList<NamedRun> runs, string? name) => Choose(runs, name) switch
    {
        [var one] => one,
        var several when name is null =>
            throw new BadUsageException($"{several[0].File} holds {several.Count} runs; choose one with --target: {Names(several)}."),
        var several =>
            throw new BadUsageException($"{several[0].File} holds {several.Count} runs of the target '{name}'; name the run.json of one."),
    };

    private static string Names(IEnumerable<NamedRun> runs) =>
        string.Join(", ", runs.Select(run => OneLine.Of(run.Record.Target.Name)).Distinct(StringComparer.Ordinal));
}
