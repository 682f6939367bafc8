using Conformance.Reports.Register.Checking;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Registering;

/// <summary>What a check of submissions ends with.</summary>
internal static class SubmissionExit
{
    /// <summary>The worst first: a secret must be revoked, whatever else is wrong; what does not hold proves nothing.</summary>
    private static readonly ExitCode[] WorstFirst =
    [
        ExitCode.SecretFound, ExitCode.NotVerified, ExitCode.UnreadableRecord, ExitCode.BadUsage, ExitCode.NonConformant,
        ExitCode.WaiverProblem, ExitCode.Inconclusive, ExitCode.Success,
    ];

    public static ExitCode Of(IEnumerable<CheckedSubmission> submissions) => submissions
        .SelectMany(submission => submission.Problems)
        .Select(problem => Of(problem.Fault))
        .Append(ExitCode.Success)
        .MinBy(code => Array.IndexOf(WorstFirst, code));

    private static ExitCode Of(SubmissionFault fault) => fault switch
    {
        SubmissionFault.Secret => ExitCode.SecretFound,
        SubmissionFault.NotVerified => ExitCode.NotVerified,
        SubmissionFault.Unreadable => ExitCode.UnreadableRecord,
        SubmissionFault.Incomplete => ExitCode.BadUsage,
        SubmissionFault.NonConformant => ExitCode.NonConformant,
        SubmissionFault.WaiverProblem => ExitCode.WaiverProblem,
        _ => ExitCode.Inconclusive,
    };
}
