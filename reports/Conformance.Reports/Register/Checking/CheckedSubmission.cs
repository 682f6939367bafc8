using Conformance.Reports.Register.Submissions;

namespace Conformance.Reports.Register.Checking;

/// <summary>What keeps a submission from being accepted.</summary>
public enum SubmissionFault
{
    /// <summary>Something of the folder or of <c>submission.json</c> is missing, unknown or of another form.</summary>
    Incomplete,

    /// <summary>The bundle is missing, or nothing can be read from it.</summary>
    Unreadable,

    /// <summary>The bundle does not hold, or another version of the suite made it.</summary>
    NotVerified,

    /// <summary>Something in it looks like a secret, or is one.</summary>
    Secret,

    /// <summary>The profile is not met.</summary>
    NonConformant,

    /// <summary>A waiver does not hold.</summary>
    WaiverProblem,

    /// <summary>The run proves neither.</summary>
    Inconclusive,
}

/// <summary>Something that keeps a submission from being accepted.</summary>
/// <param name="Fault">Its kind.</param>
/// <param name="Place">The file, or the place in it.</param>
/// <param name="Problem">What is wrong, and what to change.</param>
public sealed record SubmissionProblem(SubmissionFault Fault, string Place, string Problem);

/// <summary>What came of checking a submission.</summary>
/// <param name="Folder">Its folder, as it was named.</param>
/// <param name="Submission">What the vendor says; null if that could not be read.</param>
/// <param name="Judgement">The judgement in one sentence; null if there is none, or if it might quote a secret.</param>
/// <param name="Signature">Whether the bundle is signed, and what was checked of that; null if there is none.</param>
/// <param name="Problems">What keeps it from being accepted; empty if nothing does.</param>
public sealed record CheckedSubmission(
    string Folder, Submission? Submission, string? Judgement, string? Signature, IReadOnlyList<SubmissionProblem> Problems)
{
    /// <summary>Whether a register can take it.</summary>
    public bool IsAcceptable => Problems.Count == 0;
}
