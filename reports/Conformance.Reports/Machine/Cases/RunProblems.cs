using Conformance.Record.Verdicts;
using Conformance.Reports.Formats;

namespace Conformance.Reports.Machine.Cases;

/// <summary>What makes a run red although no scenario shows it.</summary>
internal static class RunProblems
{
    /// <summary>The group of what is wrong with the run or with its target file.</summary>
    public const string Group = "TheRunItself";

    public static IEnumerable<ReportCase> Of(JudgedRun run) =>
        [
            .. run.Record.EndedAt is null ? [Problem("came_to_its_end", "the run was killed: what it did not judge is unknown")] : Array.Empty<ReportCase>(),
            .. run.Record.Preflight?.Problem is { } problem ? [Problem("could_test_the_target", problem)] : Array.Empty<ReportCase>(),
            .. (run.Record.Preflight?.Discrepancies ?? []).Select((told, i) => Problem($"found_what_the_target_file_declares_{i + 1}", told)),
            .. run.Gate.WaiverProblems.Select(told => Problem($"could_apply_the_waiver_of_{told.Requirement}", $"the waiver of {told.Requirement} {told.Problem}")),
        ];

    private static ReportCase Problem(string name, string reason) => new(Group, name, Verdict.Error) { Reason = reason };
}
