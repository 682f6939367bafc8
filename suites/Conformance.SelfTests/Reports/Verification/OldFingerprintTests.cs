using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Reports.Bundles;
using Conformance.Reports.Verification;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>Records of earlier versions, with fingerprints as those made them, are judged again by those.</summary>
public sealed class OldFingerprintTests
{
    private const string Edited = "0123456789abcdef";

    private static readonly ScenarioFinished Scenario =
        Finished("MTX-LOGOUT-02", Verdict.Fail) with { Findings = [Finding("MTX-LOGOUT-02", Verdict.Fail, 1)] };

    private static string Old => FindingFingerprint.First([(Scenario.Scenario, Scenario.Findings[0])])!;

    private static RunRecord Record => Fold(Scenario);

    [Test]
    public void Hold_in_an_honest_record()
    {
        Problems(With(Old)).Should().BeEmpty();
        Problems(Record).Should().BeEmpty();
    }

    [TestCase(Edited)]
    [TestCase($"2-{Edited}")]
    public void Are_found_where_they_were_edited(string fingerprint) => Problems(With(fingerprint)).Should().ContainSingle();

    // Of a record that was edited, the journal knows nothing.
    [Test]
    public void Agree_with_the_journal_of_an_honest_record()
    {
        JournalProblems(With(Old)).Should().BeEmpty();
        JournalProblems(With(Edited)).Should().NotBeEmpty();
    }

    private static RunRecord With(string fingerprint) =>
        Record with { Requirements = [Record.Requirements.Single() with { Fingerprint = fingerprint }] };

    private static IEnumerable<string> Problems(RunRecord record) =>
        Recomputation.Of(record).Contradictions
            .Select(contradiction => contradiction.Problem)
            .Where(problem => problem.StartsWith("fingerprint ", StringComparison.Ordinal));

    private static IEnumerable<BundleProblem> JournalProblems(RunRecord record) =>
        Bundle.Problems(record, PackedRun.Lines([Started, Scenario, Ended]), Recomputation.Of(record))
            .Where(problem => problem.File == "journal.jsonl");
}
