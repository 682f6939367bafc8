using System.Globalization;

namespace Conformance.Reports.Diffing;

/// <summary>What changed between two runs, in one line.</summary>
public static class DiffSentence
{
    private static readonly (ChangeKind Kind, string One, string Many)[] Nouns =
    [
        (ChangeKind.Regression, "regression", "regressions"),
        (ChangeKind.LostCoverage, "no longer judged", "no longer judged"),
        (ChangeKind.OtherFinding, "violated in another way", "violated in another way"),
        (ChangeKind.Fix, "fix", "fixes"),
        (ChangeKind.NewCoverage, "newly judged", "newly judged"),
    ];

    /// <summary>The line, without its target.</summary>
    public static string Of(RunDiff run)
    {
        var counts = Nouns
            .Select(noun => (noun, count: run.Changes.Count(change => change.Kind == noun.Kind)))
            .Where(counted => counted.count > 0 || counted.noun.Kind is ChangeKind.Regression)
            .Select(counted => Counted(counted.count, counted.noun.One, counted.noun.Many))
            .Concat(run.Waivers.Count > 0 ? [Counted(run.Waivers.Count, "change of waivers", "changes of waivers")] : [])
            .Concat(run.Latencies.Count > 0 ? [Counted(run.Latencies.Count, "shift of latency", "shifts of latency")] : []);
        return run.IsEmpty ? "nothing changed" : string.Join(", ", counts);
    }

    private static string Counted(int count, string one, string many) =>
        count == 0 ? $"no {many}" : string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
