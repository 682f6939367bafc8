using Conformance.Record.Runs;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Summary;

/// <summary>What makes the run red although no requirement shows it.</summary>
internal static class RedSection
{
    public static IEnumerable<string> Lines(RunRecord record) =>
        [
            .. record.Preflight?.Problem is { } problem
                ? ["", $"**The target could not be tested:** {Markdown.Escape(problem)}"]
                : Array.Empty<string>(),
            .. record.Preflight is { Discrepancies: { Count: > 0 } told }
                ? [
                    "",
                    "**The target file and the server do not agree, so the run is red:**",
                    "",
                    .. told.Select(sentence => $"- {Markdown.Escape(sentence)}"),
                ]
                : Array.Empty<string>(),
            .. (record.SecretsReplaced ?? []).SelectMany(
                sentence => new[] { "", $"**A secret was recorded, so the run is red:** {Markdown.Escape(sentence)}" }),
        ];
}
