using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Summary;

/// <summary>Requirements about which the run says nothing, with the reason.</summary>
internal static class UnjudgedSections
{
    public static IEnumerable<string> Lines(RunRecord record) =>
        [
            .. Section("Not applicable", record.Requirements.Where(requirement => requirement.Verdict == Verdict.NotApplicable)),
            .. Section("Disabled", record.Requirements.Where(requirement => requirement.Verdict == Verdict.Disabled)),
        ];

    private static IEnumerable<string> Section(string title, IEnumerable<RequirementResult> requirements)
    {
        var lines = requirements.Select(Line).ToList();
        return lines.Count == 0 ? [] : ["", $"## {title}", "", .. lines];
    }

    private static string Line(RequirementResult requirement) =>
        $"- {Markdown.Escape(requirement.Id)}: {Markdown.Prose(requirement.Statement)}; "
        + $"reason: {Markdown.Prose(requirement.Reason ?? "none recorded")}";
}
