using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Profiles;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Gating;

/// <summary>The manifest of the profile decides, not the absence of red.</summary>
public sealed class GateTests
{
    private const string Required = "MTX-LOGOUT-02";
    private const string AlsoRequired = "MTX-LOGOUT-03";

    private static readonly Profile Both = new("both", 1, "matrix", "Both", "Two rows.", [Required, AlsoRequired]);

    [TestCase(Verdict.Pass, Conformity.Conformant)]
    [TestCase(Verdict.Warning, Conformity.Conformant)]
    [TestCase(Verdict.Fail, Conformity.NonConformant)]
    [TestCase(Verdict.Disabled, Conformity.NonConformant)]
    [TestCase(Verdict.NotApplicable, Conformity.NonConformant)]
    [TestCase(Verdict.Observed, Conformity.NonConformant)]
    [TestCase(Verdict.Inconclusive, Conformity.Inconclusive)]
    [TestCase(Verdict.Error, Conformity.Inconclusive)]
    public void Judges_by_the_verdict_of_a_required_row(Verdict verdict, Conformity expected) =>
        Judge(Run(verdict), Both).Conformity.Should().Be(expected);

    [Test]
    public void Takes_a_requirement_that_was_switched_off_in_part_for_not_met()
    {
        var run = Fold(
            Finished(Required, Verdict.Pass, "A"),
            Finished(Required, Verdict.Disabled, "B") with { Reason = "permissions.destructive is false" },
            Finished(AlsoRequired, Verdict.Pass, "C"));

        Judge(run, Both).NotMet.Should().Equal(
            new GateLine(Required, Verdict.Pass, false, "judged in part: B is switched off: permissions.destructive is false"));
    }

    [Test]
    public void Takes_a_requirement_for_not_met_of_which_the_run_left_out_a_scenario()
    {
        var run = Run(Verdict.Pass) with { LeftOut = ["LogoutTests.Kills_the_token_on_every_endpoint"] };

        Judge(run, Both).NotMet.Should().Equal(
            new GateLine(
                Required,
                Verdict.Pass,
                false,
                "judged in part: the run was told to leave out LogoutTests.Kills_the_token_on_every_endpoint"));
    }

    [Test]
    public void Lets_a_profile_refuse_warnings() =>
        Judge(Run(Verdict.Warning), Both with { AllowsWarnings = false }).Conformity.Should().Be(Conformity.NonConformant);

    [Test]
    public void Names_a_row_that_was_not_judged()
    {
        var result = Judge(Fold(Finished(Required, Verdict.Pass)), Both);

        result.Conformity.Should().Be(Conformity.NonConformant);
        result.Lines
            .Should()
            .Equal(new GateLine(Required, Verdict.Pass, true, ""), new GateLine(AlsoRequired, null, false, "not judged in this run"));
    }

    [Test]
    public void Says_why_a_row_was_not_judged()
    {
        var run = Fold(
            Finished(Required, Verdict.Pass, "A"),
            Finished(AlsoRequired, Verdict.NotApplicable, "B") with { Reason = "no such capability" });

        Judge(run, Both).Lines[1]
            .Should()
            .Be(new GateLine(AlsoRequired, Verdict.NotApplicable, false, "not judged in this run: no such capability"));
    }

    [Test]
    public void Ignores_rows_that_the_profile_does_not_require()
    {
        var run = Fold(
            Finished(Required, Verdict.Pass, "A"), Finished(AlsoRequired, Verdict.Pass, "B"), Finished("MTX-LOGOUT-05", Verdict.Fail, "C"));

        Judge(run, Both).Conformity.Should().Be(Conformity.Conformant);
    }

    [TestCase(Verdict.Fail, Conformity.NonConformant)]
    [TestCase(Verdict.Inconclusive, Conformity.Inconclusive)]
    [TestCase(Verdict.Error, Conformity.Inconclusive)]
    [TestCase(Verdict.Warning, Conformity.Conformant)]
    [TestCase(Verdict.NotApplicable, Conformity.Conformant)]
    [TestCase(Verdict.Disabled, Conformity.Conformant)]
    public void Counts_what_went_wrong_outside_of_the_profile_where_somebody_asks_for_it(Verdict outside, Conformity expected)
    {
        var run = Fold(
            Finished(Required, Verdict.Pass, "A"), Finished(AlsoRequired, Verdict.Pass, "B"), Finished("MTX-LOGOUT-05", outside, "C"));

        Judge(run, Both).Conformity.Should().Be(Conformity.Conformant);
        Judge(run, Both, countsAll: true).Conformity.Should().Be(expected);
    }

    [Test]
    public void Tells_how_much_went_wrong_outside_of_the_profile()
    {
        var run = Fold(
            Finished(Required, Verdict.Pass, "A"),
            Finished(AlsoRequired, Verdict.Pass, "B"),
            Finished("MTX-LOGOUT-05", Verdict.Inconclusive, "C"),
            Finished("MTX-LOGOUT-06", Verdict.Fail, "D"));

        var told = Judge(run, Both);
        told.Outside.Select(line => line.Requirement).Should().Equal("MTX-LOGOUT-06", "MTX-LOGOUT-05");
        told.Reason
            .Should()
            .Be("conformant to both version 1: staging: 2 of 2 requirements are met; outside of it 2 rows failed or were inconclusive");
        Judge(run, Both, countsAll: true).Reason.Should()
            .Be("not conformant to both version 1: staging: 2 of 2 requirements are met; "
                + "outside of it 2 rows failed or were inconclusive, and count");
    }

    [Test]
    public void Excuses_by_a_waiver_what_is_violated_outside_of_the_profile()
    {
        var violated = Finished("MTX-LOGOUT-05", Verdict.Fail) with { Findings = [Finding("MTX-LOGOUT-05", Verdict.Fail, 1)] };
        var run = Fold(
            [Waiver("MTX-LOGOUT-05")], [Finished(Required, Verdict.Pass, "A"), Finished(AlsoRequired, Verdict.Pass, "B"), violated]);

        Judge(run, Both, countsAll: true)
            .Should()
            .Match<GateResult>(gate => gate.Conformity == Conformity.Conformant && gate.Outside.Count == 0);
    }

    [Test]
    public void Lets_a_proven_violation_outweigh_what_is_inconclusive()
    {
        var run = Fold(Finished(Required, Verdict.Fail, "A"), Finished(AlsoRequired, Verdict.Inconclusive, "B"));

        Judge(run, Both).Conformity.Should().Be(Conformity.NonConformant);
    }

    [Test]
    public void Never_finds_a_killed_run_conformant() =>
        Judge(Run(Verdict.Pass) with { EndedAt = null }, Both).Conformity.Should().Be(Conformity.Inconclusive);

    [Test]
    public void Finds_a_killed_run_with_a_violation_not_conformant() =>
        Judge(Run(Verdict.Fail) with { EndedAt = null }, Both).Conformity.Should().Be(Conformity.NonConformant);

    [Test]
    public void Proves_nothing_by_an_empty_manifest() =>
        Judge(Run(Verdict.Pass), Both with { Requires = [] }).Conformity.Should().Be(Conformity.Inconclusive);

    [Test]
    public void Refuses_a_profile_of_another_dialect()
    {
        var judge = () => Judge(Run(Verdict.Pass), Both with { Dialect = "koyeb" });

        judge.Should().Throw<DialectMismatchException>().WithMessage("*koyeb*matrix*");
    }

    private static RunRecord Run(Verdict verdict) => Fold(Finished(Required, Verdict.Pass, "A"), Finished(AlsoRequired, verdict, "B"));

    private static GateResult Judge(RunRecord run, Profile profile, bool countsAll = false) =>
        Gate.Judge(run, KnownContracts.Matrix, profile, countsAll);
}
