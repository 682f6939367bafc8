using System.Globalization;
using Conformance.Record.Waivers;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Summary;

/// <summary>What the operator excuses, until when, and whether that holds.</summary>
internal static class WaiverSection
{
    public static IEnumerable<string> Lines(JudgedRun run)
    {
        var waivers = run.Record.Target.Waivers;
        return waivers.Count == 0
            ? []
            :
            [
                "",
                "## Waivers",
                "",
                Markdown.Row("Requirement", "State", "Until", "Owner", "Reason", "Fingerprint"),
                "|---|---|---|---|---|---|",
                .. waivers.Select(waiver => Row(waiver, run)),
            ];
    }

    private static string Row(Waiver waiver, JudgedRun run) => Markdown.Row(
        Markdown.Escape(waiver.Requirement),
        Markdown.Escape(State(waiver, run)),
        waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Markdown.Escape(waiver.Owner),
        Markdown.Escape($"{waiver.Reason} ({waiver.Link})"),
        Markdown.Escape(waiver.Fingerprint));

    private static string State(Waiver waiver, JudgedRun run)
    {
        var problem = run.Gate.WaiverProblems.FirstOrDefault(problem => problem.Requirement == waiver.Requirement);
        var applied = run.Record.Requirements.FirstOrDefault(
            requirement => requirement.Id == waiver.Requirement && requirement.Waiver?.State is WaiverState.Applied);
        return (problem, applied) switch
        {
            ({ Problem: var sentence }, _) => sentence,
            (_, null) => "not judged in this run",
            _ when FindingFingerprint.IsFirst(waiver.Fingerprint) =>
                $"applied; its fingerprint is of an earlier version, write {FindingFingerprint.Of(applied.Findings)}",
            _ => "applied",
        };
    }
}
