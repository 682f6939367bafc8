using Conformance.Record.Runs;
using Conformance.Reports.Formats;

namespace Conformance.Reports.Summary;

/// <summary>The summary of a run for people, <c>summary.md</c>: GitHub-flavoured Markdown, a pure function of the record.</summary>
public static class SummaryMarkdown
{
    /// <summary>The text of a file about several runs, one after the other.</summary>
    public static string Write(IReadOnlyList<JudgedRun> runs) => string.Join('\n', runs.Select(run => Write(run.Record)));

    /// <summary>The text of the file; lines end with <c>\n</c>.</summary>
    public static string Write(RunRecord record)
    {
        IEnumerable<string> lines =
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
        return string.Join('\n', lines) + "\n";
    }
}
