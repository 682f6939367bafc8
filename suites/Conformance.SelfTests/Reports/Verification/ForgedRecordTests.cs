using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Verification;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Verification.Forgery;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>Whoever edits what a record says of its exchanges is found out.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ForgedRecordTests
{
    private const string Broken = "MTX-LOGOUT-02";

    [Test]
    public async Task An_honest_record_has_no_contradiction()
    {
        var record = await RecordedRun.Record();

        Recomputation.Of(record).Contradictions.Should().BeEmpty();
        record.Requirements
            .Single(row => row.Id == Broken).Verdict
            .Should()
            .Be(Verdict.Fail, "the forgeries below would be none otherwise");
    }

    [Test]
    public async Task An_edited_verdict_of_a_scenario_is_found() =>
        ShouldBeFound(await RecordedRun.Forged(Passed), $"{Broken}, LogoutTests.", "is pass, and what is recorded of it gives fail");

    [Test]
    public async Task An_edited_verdict_of_a_requirement_is_found()
    {
        var record = await RecordedRun.Record();
        var forged = record with { Requirements = [.. record.Requirements.Select(row => row with { Verdict = Verdict.Pass })] };

        ShouldBeFound(forged, Broken, "verdict is \"pass\" in the record, and its scenarios give \"fail\"");
    }

    [Test]
    public async Task Removed_findings_are_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(scenario => WithoutFindings(Passed(scenario))),
            $"{Broken}, LogoutTests.",
            "has no finding of what exchange");

    [Test]
    public async Task Flipped_judgements_are_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(scenario => Flipped(WithoutFindings(Passed(scenario)))),
            $"{Broken}, LogoutTests.",
            "the record says that what was expected holds, and it does not");

    [Test]
    public async Task A_scenario_that_judges_nothing_is_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(scenario => Passed(scenario) with { Findings = [], Judgements = [] }),
            Broken,
            "The scenario judged nothing");

    [Test]
    public async Task An_invented_finding_is_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(scenario => scenario with { Findings = [.. scenario.Findings, .. scenario.Findings] }),
            Broken,
            "has a finding that no promise gives");

    [Test]
    public async Task A_finding_that_was_made_milder_without_a_reason_is_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(scenario => scenario with
            {
                Verdict = scenario.Verdict is Verdict.Fail ? Verdict.Warning : scenario.Verdict,
                Findings = [.. scenario.Findings.Select(finding => finding with { Verdict = Verdict.Warning })],
            }),
            Broken,
            "has the finding");

    [Test]
    public async Task A_control_that_fails_is_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(scenario => scenario with { Judgements = [.. scenario.Judgements.Select(FailedControl)] }),
            "LogoutTests.",
            "so nothing was proven");

    [TestCase(Verdict.NotApplicable, "is not applicable")]
    [TestCase(Verdict.Disabled, "is disabled")]
    public async Task A_finding_that_was_kept_and_excused_is_found(Verdict excuse, string told) =>
        ShouldBeFound(
            await Excused(excuse) with { SuiteVersion = ThisSuite.Version }, Broken, $"{told}, though it found a promise broken");

    [Test]
    public async Task Earlier_versions_wrote_findings_that_were_excused() =>
        Recomputation.Of(await Excused(Verdict.NotApplicable) with { SuiteVersion = "0.0.1" }).Contradictions
            .Should()
            .NotContain(contradiction => contradiction.Problem.Contains("though it found a promise broken"));

    [Test]
    public async Task A_scenario_that_was_taken_away_is_found()
    {
        var honest = await RecordedRun.Record();
        var forged = honest with { Scenarios = [.. honest.Scenarios.Where(scenario => scenario.Requirement != "MTX-LOGOUT-01")] };

        ShouldBeFound(forged, "MTX-LOGOUT-01", "is pass, and no scenario of the record judges it");
    }

    [Test]
    public async Task Changed_totals_are_found()
    {
        var record = await RecordedRun.Record();

        ShouldBeFound(record with { Totals = record.Totals with { Requests = 7 } }, "totals", "requests is 7 in the record");
    }

    [Test]
    public async Task Another_edition_is_found()
    {
        var record = await RecordedRun.Record();

        ShouldBeFound(record with { Target = record.Target with { Edition = "r0.0.1" } }, "MTX-", "does not bind the server");
    }

    private static Task<RunRecord> Excused(Verdict excuse) => RecordedRun.Forged(
        scenario => scenario.Verdict is Verdict.Fail ? scenario with { Verdict = excuse, Reason = "It cannot be." } : scenario);

    private static ScenarioFinished Passed(ScenarioFinished scenario) => scenario with { Verdict = Verdict.Pass };

    private static ScenarioFinished WithoutFindings(ScenarioFinished scenario) =>
        scenario with { Findings = [.. scenario.Findings.Where(finding => finding.Check is not null)] };

    private static ScenarioFinished Flipped(ScenarioFinished scenario) => scenario with
    {
        Judgements = [.. scenario.Judgements.Select(
            judgement => judgement with { Expectations = [.. judgement.Expectations.Select(each => each with { Holds = true })] })],
    };

    private static Judgement FailedControl(Judgement judgement) => judgement.Kind is JudgementKind.Promise
        ? judgement
        : judgement with { Expectations = [.. judgement.Expectations.Select(each => each with { Holds = false })] };
}
