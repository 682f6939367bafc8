using Conformance.Reports.Formats.Certificate;
using Conformance.Reports.Gating;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate;

/// <summary>Certificates as files, for programs that read files.</summary>
internal static class CertificateFiles
{
    /// <summary>Writes the certificate of some runs and gives its full path.</summary>
    public static string Write(string name, IReadOnlyList<JudgedRun> runs)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestContext.CurrentContext.WorkDirectory, "certificates"));
        var file = Path.Combine(folder.FullName, $"{name}.html");
        File.WriteAllText(file, CertificateHtml.Write(runs));
        return file;
    }
}
