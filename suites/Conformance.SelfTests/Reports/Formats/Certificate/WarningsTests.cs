using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Reports.Formats.Certificate;
using Conformance.Reports.Gating;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Formats.Certificate;

/// <summary>Where there are no warnings, the certificate says of recommendations only what is true.</summary>
[TestFixture]
public sealed class WarningsTests
{
    private const string AllKept = "None: every recommendation that was judged is kept.";

    private static Waiver Excuse => Waiver("MTX-LOGOUT-13") with
    {
        Fingerprint = FindingFingerprint.Of([Finding("MTX-LOGOUT-13", Verdict.Warning)])!,
    };

    private static RunRecord Passed => Fold(Finished("MTX-LOGOUT-02", Verdict.Pass));

    [Test]
    public void Says_that_all_are_kept_where_they_are() => Page(Passed).Should().Contain(AllKept);

    [Test]
    public void Says_what_strict_mode_makes_of_them() =>
        Page(Passed with { Target = Target with { Strict = true } })
            .Should()
            .Contain("None: in strict mode, a recommendation that is not kept is a failure.").And.NotContain(AllKept);

    [Test]
    public void Counts_those_that_a_waiver_excuses() =>
        Page(Fold([Excuse], [Finished("MTX-LOGOUT-13", Verdict.Warning) with { Findings = [Finding("MTX-LOGOUT-13", Verdict.Warning)] }]))
            .Should().Contain("None: what would be a warning, a waiver excuses in 1 requirement.").And.NotContain(AllKept);

    [Test]
    public void Does_not_say_that_all_are_kept_where_a_graver_verdict_hides_one() =>
        Page(Fold(
            Finished("MTX-LOGOUT-13", Verdict.Warning, "A") with { Findings = [Finding("MTX-LOGOUT-13", Verdict.Warning)] },
            Finished("MTX-LOGOUT-13", Verdict.Error, "B")))
                .Should()
                .Contain("None: no requirement came to a warning").And.NotContain(AllKept);

    private static string Page(RunRecord record) => CertificateHtml.Write([JudgedRun.Of(record)]);
}
