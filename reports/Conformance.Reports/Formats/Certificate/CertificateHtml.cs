using Conformance.Reports.Formats.Certificate.Runs;
using Conformance.Reports.Gating;

namespace Conformance.Reports.Formats.Certificate;

/// <summary>
/// The certificate of one or more runs, <c>certificate.html</c>: one file for those who publish it and those who doubt it, which
/// asks nothing of any network. A pure function of the runs.
/// </summary>
public static class CertificateHtml
{
    /// <summary>The text of the file; lines end with <c>\n</c>.</summary>
    public static string Write(IReadOnlyList<JudgedRun> runs)
    {
        using var text = new StringWriter();
        RenderedPage.Write<CertificatePage>(Parameters(runs), text);
        return text.ToString();
    }

    /// <summary>Writes the file, piece by piece.</summary>
    public static void Write(IReadOnlyList<JudgedRun> runs, Stream stream) =>
        RenderedPage.Write<CertificatePage>(Parameters(runs), stream);

    private static Dictionary<string, object?> Parameters(IReadOnlyList<JudgedRun> runs) =>
        new() { [nameof(CertificatePage.Runs)] = RunView.Of(runs) };
}
