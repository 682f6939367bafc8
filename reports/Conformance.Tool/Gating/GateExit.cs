using Conformance.Reports.Gating;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Gating;

/// <summary>What a gate ends with.</summary>
internal static class GateExit
{
    /// <summary>
    /// The worst first. A secret must not be published, whatever the verdict; what is not verified may hide anything; a proven violation
    /// stays one, whatever the other runs say; waivers need somebody's decision; what is inconclusive may only need another run.
    /// </summary>
    private static readonly ExitCode[] WorstFirst =
    [
        ExitCode.SecretFound, ExitCode.NotVerified, ExitCode.AnotherRun, ExitCode.NonConformant, ExitCode.WaiverProblem,
        ExitCode.Inconclusive, ExitCode.Success,
    ];

    public static ExitCode Of(IEnumerable<Conformity> runs, IReadOnlyList<LeakedSecret> secrets) =>
        runs.Select(Of).Concat(secrets.Count > 0 ? [ExitCode.SecretFound] : []).MinBy(code => Array.IndexOf(WorstFirst, code));

    private static ExitCode Of(Conformity conformity) => conformity switch
    {
        Conformity.Conformant => ExitCode.Success,
        Conformity.NonConformant => ExitCode.NonConformant,
        Conformity.WaiverProblem => ExitCode.WaiverProblem,
        Conformity.NotVerified => ExitCode.NotVerified,
        Conformity.AnotherRun => ExitCode.AnotherRun,
        _ => ExitCode.Inconclusive,
    };
}
