using Conformance.Reports.Gating;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Browser;

/// <summary>The certificates that the tests of this folder open.</summary>
internal static class Pages
{
    public static string One { get; } = CertificateFiles.Write("one", [JudgedRun.Of(SampleRun.Record)]);

    public static string Hostile { get; } = CertificateFiles.Write("hostile", [HostileRun.Judged]);

    public static string Several { get; } = CertificateFiles.Write(
        "several", [JudgedRun.Of(ManyExchanges.Run("first", 6)), JudgedRun.Of(SampleRun.Record), HostileRun.Judged]);
}
