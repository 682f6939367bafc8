using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Reports.Verification;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Verification;

/// <summary>Records of earlier versions, with fingerprints as those made them, are judged again by those.</summary>
public sealed class OldFingerprintTests
{
    private const string Row = "MTX-LOGOUT-02";

    private static RunRecord Record => Fold(Finished(Row, Verdict.Fail) with { Findings = [Finding(Row, Verdict.Fail, 1)] });

    [Test]
    public void Hold_in_an_honest_record()
    {
        var scenario = Record.Scenarios.Single();

        Problems(FindingFingerprint.First([(scenario.Scenario, scenario.Findings[0])])!).Should().BeEmpty();
        Problems(Record.Requirements.Single().Fingerprint!).Should().BeEmpty();
    }

    [TestCase("0123456789abcdef")]
    [TestCase("2-0123456789abcdef")]
    public void Are_found_where_they_were_edited(string fingerprint) => Problems(fingerprint).Should().ContainSingle();

    private static IEnumerable<string> Problems(string fingerprint)
    {
        var edited = Record with { Requirements = [Record.Requirements.Single() with { Fingerprint = fingerprint }] };
        return Recomputation.Of(edited).Contradictions.Select(contradiction => contradiction.Problem).Where(problem => problem.StartsWith("fingerprint ", StringComparison.Ordinal));
    }
}
