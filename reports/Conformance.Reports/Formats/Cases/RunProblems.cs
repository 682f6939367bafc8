using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;

namespace Conformance.Reports.Formats.Cases;

/// <summary>What makes a run red although no scenario shows it.</summary>
internal static class RunProblems
{
    /// <summary>The group of what is wrong with the run or with its target file.</summary>
    public const string Group = "TheRunItself";

    /// <summary>The name of the case that is there unless the gate finds the run conformant.</summary>
    public const string Profile = "met_the_profile";

    public static IEnumerable<ReportCase> Of(JudgedRun run) =>
        [
            .. run.Gate.Conformity is Conformity.Conformant ? Array.Empty<ReportCase>() : [NotMet(run.Gate)],
            .. run.Record.EndedAt is null
                ? [Problem("came_to_its_end", "the run was killed: what it did not judge is unknown")]
                : Array.Empty<ReportCase>(),
            .. run.Record.Preflight?.Problem is { } problem ? [Problem("could_test_the_target", problem)] : Array.Empty<ReportCase>(),
            .. (run.Record.Preflight?.Discrepancies ?? []).Select(
                (told, i) => Problem($"found_what_the_target_file_declares_{i + 1}", told)),
            .. (run.Record.SecretsReplaced ?? []).Select((told, i) => Problem($"kept_secrets_{i + 1}", told)),
            .. run.Gate.WaiverProblems.Select(
                told => Problem($"could_apply_the_waiver_of_{told.Requirement}", $"the waiver of {told.Requirement} {told.Problem}")),
        ];

    // What was not judged has no case of its own, and in a run of a part that is most of the profile.
    private static ReportCase NotMet(GateResult gate) =>
        new(Group, Profile, gate.Conformity is Conformity.Inconclusive ? Verdict.Inconclusive : Verdict.Fail)
        {
            Reason = gate.Reason,
            Details =
            [
                .. gate.NotMet.Select(line => $"not met: {line.Requirement}{(line.Verdict is null ? ", which was not judged" : "")}"),
            ],
        };

    private static ReportCase Problem(string name, string reason) => new(Group, name, Verdict.Error) { Reason = reason };
}
