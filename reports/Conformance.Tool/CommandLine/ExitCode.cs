namespace Conformance.Tool.CommandLine;

/// <summary>What the tool tells its caller; a build server acts on it.</summary>
public enum ExitCode
{
    /// <summary>Done; for a gate: the target is conformant.</summary>
    Success = 0,

    /// <summary>A requirement of the profile is violated, or was not judged.</summary>
    NonConformant = 1,

    /// <summary>
    /// The command line or the configuration is wrong: unknown profile, profile of another dialect, output that cannot be written.
    /// </summary>
    BadUsage = 2,

    /// <summary>The run proves neither: a control failed, the suite failed, or the run was killed.</summary>
    Inconclusive = 3,

    /// <summary>The run record or journal cannot be read: missing, not JSON, of another format version, not of the form.</summary>
    UnreadableRecord = 4,

    /// <summary>
    /// A waiver of the target file is past its date, fits another finding, has nothing to excuse, or names no requirement.
    /// </summary>
    WaiverProblem = 5,

    /// <summary>A report contains a secret.</summary>
    SecretFound = 6,

    /// <summary>
    /// An evidence bundle or a record does not hold: its signature, a digest, or a verdict that its exchanges contradict; for a gate, also
    /// that another version of the suite made the record.
    /// </summary>
    NotVerified = 7,

    /// <summary>
    /// A record is not that of the run that was asked for: it has another id, it is too old, or a later run should have replaced it.
    /// </summary>
    AnotherRun = 8,
}
