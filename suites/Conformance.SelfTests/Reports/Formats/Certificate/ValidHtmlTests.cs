using Conformance.Reports.Gating;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate;

/// <summary>The page is valid HTML, as the Nu checker of the W3C judges it.</summary>
[TestFixture]
public sealed class ValidHtmlTests
{
    [Test]
    public async Task Is_valid_for_one_run_and_for_several()
    {
        string[] pages =
        [
            CertificateFiles.Write("valid-one", [HostileRun.Judged]),
            CertificateFiles.Write(
                "valid-several", [JudgedRun.Of(SampleRun.Record), HostileRun.Judged, JudgedRun.Of(ManyExchanges.Run("many", 100))]),
        ];

        var complaints = await NuChecker.Complaints(pages);

        complaints.Except(NuChecker.Excused).Should().BeEmpty();
        complaints.Should().Contain(NuChecker.Excused, "what nothing complains of needs no excuse");
    }
}
