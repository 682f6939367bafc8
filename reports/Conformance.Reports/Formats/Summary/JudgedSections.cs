using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Formats.Summary;

/// <summary>Every requirement that somebody must look at, with its findings and their evidence.</summary>
internal static class JudgedSections
{
    private static readonly (Verdict Verdict, string Title)[] Sections =
    [
        (Verdict.Fail, "Failed"),
        (Verdict.Error, "Errors of the suite"),
        (Verdict.Inconclusive, "Inconclusive"),
        (Verdict.Warning, "Warnings"),
        (Verdict.Waived, "Waived"),
    ];

    public static IEnumerable<string> Lines(RunRecord record)
    {
        var evidence = new Evidence(record);
        return Sections.SelectMany(section =>
            Section(section.Title, [.. record.Requirements.Where(requirement => requirement.Verdict == section.Verdict)], evidence));
    }

    private static IEnumerable<string> Section(string title, List<RequirementResult> requirements, Evidence evidence) =>
        requirements.Count == 0 ? [] : ["", $"## {title}", .. requirements.SelectMany(requirement => Lines(requirement, evidence))];

    private static IEnumerable<string> Lines(RequirementResult requirement, Evidence evidence) =>
        [
            "",
            $"### {Markdown.Escape(requirement.Id)} ({Markdown.Escape(requirement.Level)})",
            "",
            $"Promise: {Markdown.Prose(requirement.Statement)} (source: {Markdown.Prose(requirement.Source)}; basis: "
            + $"{BasisNames.InWords(requirement.Basis)})",
            "",
            .. requirement.Reason is { } reason ? [$"- reason: {Markdown.Prose(reason)}"] : Array.Empty<string>(),
            .. evidence.Lines(requirement.Findings),
            .. requirement.Fingerprint is { } fingerprint ? [$"- fingerprint: {Markdown.Code(fingerprint)}"] : Array.Empty<string>(),
            .. requirement.Scenarios.Select(scenario => $"- scenario: {Markdown.Code(scenario)}"),
        ];
}
