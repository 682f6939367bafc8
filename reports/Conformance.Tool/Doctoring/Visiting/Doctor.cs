using Conformance.Fixtures.Http;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Targets;
using Conformance.Tool.Doctoring.Accounts;
using Conformance.Tool.Doctoring.Connecting;

namespace Conformance.Tool.Doctoring.Visiting;

/// <summary>
/// Looks at a target as a run would use it, from the target file over the connection to the accounts. What stands on something that is
/// not there is not looked at, so that each problem is told once.
/// </summary>
internal static class Doctor
{
    public static async Task<DoctorReport> Visit(TargetSettings settings, TimeProvider time, CancellationToken interruption)
    {
        using var visit = new Visit(settings, time, interruption);
        ExchangeLog.Current = visit.Exchanges;
        visit.Target.Halt.AskAfter(settings.Limits.Run, "limits.runMinutes", settings.File, time);
        var doctor = KnownDoctors.Of(settings.Contract);
        await Look(doctor.TargetFile, visit);
        var request = new FirstRequest(doctor.FirstPath(settings.PathPrefix));
        IReadOnlyList<ICheck> checks = [.. ChecksOfConnection(request), .. doctor.Checks, new LimitsCheck()];
        var looked = 0;
        while (looked < checks.Count && !visit.IsObstructed)
            await Look(checks[looked++], visit);

        return DoctorReport.Of(visit, checks.Skip(looked));
    }

    private static IEnumerable<ICheck> ChecksOfConnection(FirstRequest request) =>
    [
        new ProxyCheck(),
        new NameCheck(),
        new PortCheck(),
        new CertificateCheck(request),
        new SchemeCheck(request),
        new HttpVersionCheck(request),
        new AnswerCheck(request),
        new ClockCheck(request),
    ];

    private static async Task Look(ICheck check, Visit visit)
    {
        visit.Subject = check.Subject;
        try
        {
            await check.Look(visit);
        }
        catch (ControlFailedException e)
        {
            RequestTrouble.Tell(visit, e);
        }
    }
}
