using Conformance.Reports.Gating;
using Conformance.Reports.Verification;

namespace Conformance.Tool.Gating;

/// <summary>What <c>gate --json</c> tells.</summary>
/// <param name="FormatVersion">Version of this form.</param>
/// <param name="ExitCode">The code that the gate ends with: the worst of all runs.</param>
/// <param name="Runs">One for each run, in the order of the command line; none if a secret was found, because they may quote it.</param>
/// <param name="Warnings">What readers have to be told of the records themselves, in sentences.</param>
/// <param name="Secrets">Files that give secrets away.</param>
internal sealed record GateReport(
    int FormatVersion, int ExitCode, IReadOnlyList<GatedRun> Runs, IReadOnlyList<string> Warnings, IReadOnlyList<LeakedSecret> Secrets);

/// <summary>The judgement on one run.</summary>
/// <param name="File">The file that it was read from.</param>
/// <param name="Target">Name of its target.</param>
/// <param name="Dialect">The contract.</param>
/// <param name="Edition">The edition of it.</param>
/// <param name="Profile">What it was judged by.</param>
/// <param name="Conformity">The judgement.</param>
/// <param name="Reason">The judgement in one sentence.</param>
/// <param name="Requirements">One for each requirement of the profile, in its order.</param>
/// <param name="WaiverProblems">Waivers that do not hold.</param>
/// <param name="Outside">Requirements beyond the profile that failed or were inconclusive, the worst first.</param>
/// <param name="Contradictions">Why the record proves nothing, each with its place; empty where it was verified.</param>
internal sealed record GatedRun(
    string File,
    string Target,
    string Dialect,
    string Edition,
    GateProfile Profile,
    Conformity Conformity,
    string Reason,
    IReadOnlyList<GateLine> Requirements,
    IReadOnlyList<WaiverProblem> WaiverProblems,
    IReadOnlyList<GateLine> Outside,
    IReadOnlyList<Contradiction> Contradictions)
{
    public static GatedRun Of(string file, JudgedRun run) => new(
        file,
        run.Record.Target.Name,
        run.Record.Target.Dialect,
        run.Record.Target.Edition,
        new GateProfile(run.Profile.Name, run.Profile.Version),
        run.Gate.Conformity,
        run.Gate.Reason,
        run.Gate.Lines,
        run.Gate.WaiverProblems,
        run.Gate.Outside,
        run.Gate.Contradictions);
}

/// <summary>A profile, as far as it takes to find it.</summary>
internal sealed record GateProfile(string Name, int Version);

/// <summary>A file that gives the value of an environment variable away.</summary>
internal sealed record LeakedSecret(string File, string Variable);
