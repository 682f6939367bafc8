using Conformance.Fixtures.Targets;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Doctoring.Visiting;

/// <summary>What the doctor found: what <c>--json</c> writes.</summary>
/// <param name="ExitCode">What the command ends with.</param>
/// <param name="File">The target file, as it was named.</param>
/// <param name="Target">The name of the target; null if its file has faults.</param>
/// <param name="Diagnoses">What to fix or to know, the worst first.</param>
/// <param name="Seen">What is as it has to be.</param>
/// <param name="NotLookedAt">What was not looked at, because it stands on what has to be fixed first.</param>
internal sealed record DoctorReport(
    int ExitCode,
    string File,
    string? Target,
    IReadOnlyList<Diagnosis> Diagnoses,
    IReadOnlyList<Sighting> Seen,
    IReadOnlyList<string> NotLookedAt)
{
    /// <summary>The version of this form.</summary>
    public int FormatVersion { get; } = 1;

    public static DoctorReport Of(Visit visit, IEnumerable<ICheck> left)
    {
        List<Diagnosis> diagnoses = [.. visit.Diagnoses.OrderByDescending(diagnosis => diagnosis.Gravity)];
        return new(
            (int)CodeOf(diagnoses is [var worst, ..] ? worst.Gravity : Gravity.Note),
            visit.Settings.File,
            visit.Settings.Name,
            diagnoses,
            visit.Sightings,
            [.. left.Select(check => check.Subject).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The report on a file that no run would take.</summary>
    public static DoctorReport Of(string file, IReadOnlyList<ConfigurationFault> faults) => new(
        (int)CommandLine.ExitCode.BadUsage,
        file,
        Target: null,
        [.. faults.Select(fault => new Diagnosis(
            Gravity.Obstacle, "target file", fault.Key.Length == 0 ? fault.File : fault.Key, fault.Problem, fault.Accepted))],
        [],
        ["the server"]);

    private static ExitCode CodeOf(Gravity worst) => worst switch
    {
        Gravity.Obstacle => CommandLine.ExitCode.Inconclusive,
        Gravity.Finding => CommandLine.ExitCode.NonConformant,
        _ => CommandLine.ExitCode.Success,
    };
}
