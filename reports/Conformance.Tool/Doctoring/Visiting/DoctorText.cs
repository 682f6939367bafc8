using Conformance.Tool.Output;

namespace Conformance.Tool.Doctoring.Visiting;

/// <summary>What the doctor found, for a person: first what to do, then what is well.</summary>
internal static class DoctorText
{
    public static void Write(DoctorReport report, TextWriter writer)
    {
        var page = new Page();
        page.Sentence(Verdict(report));
        page.Section("Fix first: until then nothing can be judged", Rows(report, Gravity.Obstacle));
        page.Section("Fix, or the profile cannot be judged in full", Rows(report, Gravity.Finding));
        page.Section("Beyond the profile, or later", Rows(report, Gravity.Note));
        page.Section("In order", report.Seen.Select(sighting => new[] { sighting.Subject, sighting.Seen }));
        if (report.NotLookedAt.Count > 0)
        {
            page.Gap();
            page.Sentence($"Not checked, because it depends on what must be fixed first: {string.Join(", ", report.NotLookedAt)}");
        }

        page.WriteTo(writer);
    }

    private static string Verdict(DoctorReport report)
    {
        var name = report.Target is null ? report.File : $"{report.Target} ({report.File})";
        return Count(report, Gravity.Obstacle) switch
        {
            > 0 when report.Target is null => $"{name}: a run would refuse this file",
            > 0 => $"{name}: cannot be tested",
            _ when Count(report, Gravity.Finding) > 0 => $"{name}: can be tested, but not in full",
            _ => $"{name}: nothing to fix",
        };
    }

    private static int Count(DoctorReport report, Gravity gravity) => report.Diagnoses.Count(diagnosis => diagnosis.Gravity == gravity);

    private static IEnumerable<string[]> Rows(DoctorReport report, Gravity gravity) =>
        from diagnosis in report.Diagnoses
        where diagnosis.Gravity == gravity
        from row in new[] { new[] { diagnosis.Place, diagnosis.Problem }, ["", $"fix: {diagnosis.Fix}"] }
        select row;
}
