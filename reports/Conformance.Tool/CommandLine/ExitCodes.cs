namespace Conformance.Tool.CommandLine;

/// <summary>What exit codes mean, in the words of the help.</summary>
internal static class ExitCodes
{
    /// <summary>What a command can end with that reads records.</summary>
    public static IReadOnlyList<ExitCode> OfReading { get; } = [ExitCode.Success, ExitCode.BadUsage, ExitCode.UnreadableRecord];

    public static string Meaning(this ExitCode code) => code switch
    {
        ExitCode.Success => "done; for a gate: the target is conformant",
        ExitCode.NonConformant => "a requirement of the profile is violated or was not judged",
        ExitCode.BadUsage => "the command line or the configuration is wrong",
        ExitCode.Inconclusive => "inconclusive: a control or the suite failed, or the run was killed",
        ExitCode.UnreadableRecord => "a run record or journal cannot be read",
        ExitCode.WaiverProblem => "a waiver is stale, expired, for another finding or unknown",
        ExitCode.SecretFound => "a report contains a secret",
        ExitCode.AnotherRun => "a record is of another run, or too old",
        ExitCode.NotVerified => "an evidence bundle or a record does not hold",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "not an exit code"),
    };
}
