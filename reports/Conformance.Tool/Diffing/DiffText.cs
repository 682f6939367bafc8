using System.Globalization;
using Conformance.Record.Verdicts;
using Conformance.Reports.Diffing;
using Conformance.Reports.Text;
using Conformance.Tool.Output;

namespace Conformance.Tool.Diffing;

/// <summary>What changed between runs, for people.</summary>
internal static class DiffText
{
    public static void Write(TextWriter writer, RunSetDiff diff)
    {
        var page = new Page();
        foreach (var run in diff.Runs)
        {
            if (run != diff.Runs[0])
                page.Gap();

            Add(run, page);
        }

        foreach (var target in diff.Gone)
            page.Sentence($"{target}: in the older runs only");

        foreach (var target in diff.Added)
            page.Sentence($"{target}: in the newer runs only");

        page.WriteTo(writer);
    }

    private static void Add(RunDiff run, Page page)
    {
        page.Sentence($"{run.New}: {DiffSentence.Of(run)}");
        page.Section("The runs differ", run.Circumstances.Select(fact => new[] { fact.What, $"{fact.Old} -> {fact.New}" }));
        foreach (var kind in run.Changes.GroupBy(change => change.Kind))
            page.Section(kind.Key.Heading(), kind.Select(Row));

        page.Section("Waivers", run.Waivers.Select(waiver => new[] { waiver.Requirement, waiver.What }));
        page.Section("Latency", run.Latencies.Select(Row));
    }

    private static string[] Row(RequirementChange change) => [change.Requirement, $"{Name(change.Old)} -> {Name(change.New)}", change.Why];

    private static string Name(Verdict? verdict) => verdict?.Name() ?? "missing";

    private static string[] Row(LatencyShift shift) =>
        [
            $"{Milliseconds.Of(shift.OldMedian)} -> {Milliseconds.Of(shift.NewMedian)}",
            string.Create(
                CultureInfo.InvariantCulture, $"{shift.Endpoint} (medians of {shift.OldExchanges} and {shift.NewExchanges} answers)"),
        ];
}
