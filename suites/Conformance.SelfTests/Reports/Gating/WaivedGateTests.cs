using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Reports.Gating;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Profiles;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Gating;

/// <summary>A waiver excuses one violation until a day, and nothing else.</summary>
public sealed class WaivedGateTests
{
    private const string Row = "MTX-LOGOUT-02";

    private static readonly Profile Profile = new("one", 1, "matrix", "One", "One row.", [Row]);

    private static ScenarioFinished Violated => Finished(Row, Verdict.Fail) with { Findings = [Finding(Row, Verdict.Fail, 1)] };

    [Test]
    public void Shows_what_is_excused_as_waived_and_never_as_pass()
    {
        var record = Fold([Waiver(Row)], [Violated]);

        record.Requirements.Single().Verdict.Should().Be(Verdict.Waived);
        record.Totals.Verdicts[Verdict.Pass].Should().Be(0);
        var gate = Judge(record, Profile);
        gate.Conformity.Should().Be(Conformity.Conformant);
        gate.Reason
            .Should()
            .Be("conformant to one version 1: staging: 1 of 1 requirements are met, 1 of them by a waiver only; "
                + "outside of it no row failed or was inconclusive");
    }

    [Test]
    public void Holds_with_a_fingerprint_of_version_1_and_is_told_with_the_one_to_write()
    {
        var waiver = Waiver(Row) with { Fingerprint = FindingFingerprint.First([(Violated.Scenario, Violated.Findings[0])])! };

        var gate = Judge(waiver, Violated);

        gate.Conformity.Should().Be(Conformity.Conformant);
        gate.Lines
            .Should()
            .ContainSingle().Which.Why
            .Should()
            .EndWith($"; the fingerprint of its waiver is of an earlier version, write {FindingFingerprint.Of(Violated.Findings)}");
        Judge(waiver, Violated with { Scenario = "Renamed" }).Conformity
            .Should()
            .Be(Conformity.WaiverProblem, "version 1 has the name of the scenario in it");
        Judge(Waiver(Row), Violated with { Scenario = "Renamed" }).Conformity.Should().Be(Conformity.Conformant);
    }

    [Test]
    public void Is_told_to_be_old_where_it_does_not_fit_and_where_the_record_is_old_too()
    {
        var waiver = Waiver(Row) with { Fingerprint = FindingFingerprint.First([(Violated.Scenario, Violated.Findings[0])])! };
        var record = Run(waiver, Violated);
        var old = record with { Requirements = [record.Requirements.Single() with { Fingerprint = waiver.Fingerprint }] };

        Judge(old, Profile).Lines.Single().Why.Should().EndWith($"write {FindingFingerprint.Of(Violated.Findings)}");
        Problem(waiver, Violated with { Scenario = "Renamed" }).Should().Be(
            $"is for the finding {waiver.Fingerprint}, a fingerprint of an earlier version, which another name of a scenario changes "
            + $"too: look at finding {FindingFingerprint.Of(Violated.Findings)}");
    }

    [Test]
    public void Holds_on_its_last_day() =>
        Judge(Waiver(Row) with { Expires = new DateOnly(2025, 3, 14) }, Violated).Conformity.Should().Be(Conformity.Conformant);

    [Test]
    public void Ends_with_its_last_day() => Problem(Waiver(Row) with { Expires = new DateOnly(2025, 3, 13) }, Violated).Should().Be(
        "expired on 2025-03-13: mend the server, or have session team decide on another date");

    [Test]
    public void Is_refused_for_a_requirement_that_is_kept() => Problem(Waiver(Row), Finished(Row, Verdict.Pass)).Should().Be(
        "has nothing to excuse, because the requirement is not violated: remove it");

    [Test]
    public void Is_refused_for_another_finding()
    {
        var other = Violated with { Findings = [new Finding(Row, Verdict.Fail, new Mismatch("status", "401", "500"), 1)] };

        Problem(Waiver(Row), other).Should().Match(
            "is for the finding 2-????????????????, but the requirement is violated in another way: look at finding 2-????????????????");
    }

    [Test]
    public void Is_refused_for_one_finding_more()
    {
        var more =
            Violated with { Findings = [.. Violated.Findings, new Finding(Row, Verdict.Fail, new Mismatch("status", "401", "500"), 2)] };

        Problem(Waiver(Row), more).Should().StartWith("is for the finding ");
    }

    [Test]
    public void Is_refused_for_what_is_no_requirement() => Problem(Waiver("MTX-LOGOUT-99"), Finished(Row, Verdict.Pass)).Should().Be(
        "names no requirement that there is: correct the id");

    [TestCase(Verdict.Inconclusive)]
    [TestCase(Verdict.Error)]
    public void Does_not_hide_that_another_scenario_of_the_requirement_proved_nothing(Verdict verdict)
    {
        var record = Fold([Waiver(Row)], [Violated, Finished(Row, verdict, "Other")]);

        record.Requirements.Single().Verdict.Should().Be(verdict);
        Judge(record, Profile).Conformity.Should().Be(Conformity.Inconclusive);
    }

    [TestCase(Verdict.NotApplicable)]
    [TestCase(Verdict.Inconclusive)]
    public void Ends_with_its_last_day_whatever_the_verdict(Verdict verdict) =>
        Problem(Waiver(Row) with { Expires = new DateOnly(2025, 3, 13) }, Finished(Row, verdict))
            .Should()
            .StartWith("expired on 2025-03-13: ");

    [Test]
    public void Ends_with_its_last_day_for_a_requirement_that_the_run_left_out() =>
        Judge(Waiver("MTX-LOGOUT-05") with { Expires = new DateOnly(2025, 3, 13) }, Finished(Row, Verdict.Pass)).WaiverProblems
            .Should()
            .ContainSingle();

    [Test]
    public void Does_not_excuse_what_proves_nothing() =>
        Judge(Waiver(Row), Finished(Row, Verdict.Inconclusive)).Conformity.Should().Be(Conformity.Inconclusive);

    [Test]
    public void Leaves_a_violation_decide_that_nobody_excuses()
    {
        var other = Finished("MTX-LOGOUT-03", Verdict.Fail, "Other");

        Judge(
            Fold([Waiver(Row) with { Expires = new DateOnly(2025, 1, 1) }], [Violated, other]),
            Profile with { Requires = [Row, "MTX-LOGOUT-03"] })
            .Conformity.Should().Be(Conformity.NonConformant);
    }

    [Test]
    public void Says_nothing_of_a_requirement_that_the_run_left_out() =>
        Judge(Waiver("MTX-LOGOUT-05"), Finished(Row, Verdict.Pass)).WaiverProblems.Should().BeEmpty();

    private static string Problem(Waiver waiver, ScenarioFinished scenario)
    {
        var gate = Judge(waiver, scenario);

        gate.Conformity.Should().Be(Conformity.WaiverProblem);
        return gate.WaiverProblems.Should().ContainSingle(problem => problem.Requirement == waiver.Requirement).Which.Problem;
    }

    private static GateResult Judge(Waiver waiver, ScenarioFinished scenario) => Judge(Run(waiver, scenario), Profile);

    private static RunRecord Run(Waiver waiver, ScenarioFinished scenario) => Fold([waiver], [scenario]);

    private static GateResult Judge(RunRecord run, Profile profile, bool countsAll = false) =>
        Gate.Judge(run, KnownContracts.Matrix, profile, countsAll);
}
