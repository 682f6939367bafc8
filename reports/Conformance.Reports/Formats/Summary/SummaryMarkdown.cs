using Conformance.Record.Runs;
using Conformance.Reports.Gating;

namespace Conformance.Reports.Formats.Summary;

/// <summary>
/// The summary of runs for people, <c>summary.md</c>: GitHub-flavoured Markdown, a pure function of the records. What decides comes
/// first; the rest is folded, so that it fits into a pull request and into the summary of a CI job.
/// </summary>
public static class SummaryMarkdown
{
    /// <summary>A CI job's summary may have 1 MiB; some is left to whatever else the job tells.</summary>
    private const int MostBytes = 1_000_000;

    /// <summary>The text of a file about some runs, one after the other; lines end with <c>\n</c>.</summary>
    public static string Write(IReadOnlyList<JudgedRun> runs) => string.Join('\n', runs.Select(run => Write(run, MostBytes / runs.Count)));

    private static string Write(JudgedRun run, int mostBytes)
    {
        IEnumerable<string> lines =
        [
            .. RunSection.Heading(run),
            .. RedSection.Lines(run.Record),
            .. NotMetSection.Lines(run),
            .. WaiverSection.Lines(run),
            "",
            "<details>",
            "<summary>The whole run</summary>",
            .. BoundedLines.Of(Details(run.Record), mostBytes),
            "",
            "</details>",
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Details(RunRecord record) =>
        [
            .. RunSection.Lines(record),
            .. CapabilitySection.Lines(record),
            .. EndpointSection.Lines(record),
            .. JudgedSections.Lines(record),
            .. ObservationSection.Lines(record),
            .. UnjudgedSections.Lines(record),
            .. LeftOpenSection.Lines(record),
            .. SlowestSection.Lines(record),
        ];
}
