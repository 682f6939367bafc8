using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;
using Conformance.Tool.Output;

namespace Conformance.Tool.Gating;

/// <summary>The judgement of a gate for people: first the sentence, then what somebody must look at.</summary>
internal static class GateText
{
    // Of a record that somebody has changed in one place, all that rests on it disagrees; --json has all.
    private const int MostShown = 10;

    /// <param name="runs">The runs.</param>
    /// <param name="warnings">What readers have to be told of the records themselves.</param>
    /// <param name="isVerbose">Whether what passed is listed too.</param>
    /// <param name="writer">Takes the text.</param>
    public static void Write(IReadOnlyList<JudgedRun> runs, IReadOnlyList<string> warnings, bool isVerbose, TextWriter writer)
    {
        var page = new Page();
        foreach (var run in runs)
        {
            if (run != runs[0])
                page.Gap();

            Add(run.Gate, isVerbose, page);
        }

        foreach (var warning in warnings)
        {
            page.Gap();
            page.Sentence($"warning: {warning}");
        }

        page.WriteTo(writer);
    }

    private static void Add(GateResult gate, bool isVerbose, Page page)
    {
        page.Sentence(gate.Reason);
        page.Section(
            "Contradictions",
            gate.Contradictions.Take(MostShown).Select(one => new[] { OneLine.Of(one.Place), OneLine.Of(one.Problem) }));
        page.Section("Not met", gate.NotMet.Select(Row));
        page.Section("Outside of the profile", gate.Outside.Select(Row));
        page.Section("Waivers that do not hold", gate.WaiverProblems.Select(problem => new[] { problem.Requirement, problem.Problem }));
        page.Section("Warnings", gate.Lines.Where(line => line is { IsMet: true, Verdict: Verdict.Warning }).Select(Row));
        page.Section("Waived", gate.Lines.Where(line => line.Verdict is Verdict.Waived).Select(Row));
        if (isVerbose)
            page.Section("Passed", gate.Lines.Where(line => line.Verdict is Verdict.Pass).Select(Row));
    }

    private static string[] Row(GateLine line) => [line.Requirement, line.Verdict?.Name() ?? "missing", line.Why];
}
