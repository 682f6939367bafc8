using System.Globalization;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.Reports.Folding;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Folding;

/// <summary>What many scenarios say of one requirement becomes one verdict.</summary>
public sealed class RunFolderTests
{
    private const string Logout = "MTX-LOGOUT-02";
    private const string Errors = "MTX-ERR-01";
    private const string GarbageBody = "MTX-LOGOUT-12";

    [TestCase(new[] { Verdict.Pass, Verdict.NotApplicable }, Verdict.Pass)]
    [TestCase(new[] { Verdict.Pass, Verdict.Warning }, Verdict.Warning)]
    [TestCase(new[] { Verdict.Pass, Verdict.Waived }, Verdict.Waived)]
    [TestCase(new[] { Verdict.Warning, Verdict.Inconclusive }, Verdict.Inconclusive)]
    [TestCase(new[] { Verdict.Inconclusive, Verdict.Error }, Verdict.Error)]
    [TestCase(new[] { Verdict.Error, Verdict.Fail }, Verdict.Fail)]
    [TestCase(new[] { Verdict.Disabled, Verdict.NotApplicable }, Verdict.NotApplicable)]
    [TestCase(new[] { Verdict.NotApplicable, Verdict.Observed }, Verdict.Observed)]
    public void Takes_the_worst_verdict_of_the_scenarios(Verdict[] verdicts, Verdict expected)
    {
        var record = Fold(verdicts.Select((verdict, i) => Finished(Logout, verdict, $"Scenario{i}")));

        record.Requirements.Should().ContainSingle().Which.Verdict.Should().Be(expected);
    }

    [TestCase("9999-12-31T23:59:59Z")]
    [TestCase("1969-12-31T23:59:59-05:00")]
    [TestCase("0001-01-01T00:00:00Z")]
    public void Refuses_what_no_record_may_hold(string time)
    {
        var when = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
        IReadOnlyList<JournalEntry>[] journals =
        [
            [Started with { StartedAt = when }, Ended],
            [Started, new RunEnded(when)],
            [Started with { Target = Started.Target with { Dialect = "Klingon" } }, Ended],
            [Started, Finished(Logout, Verdict.Pass) with { Exchanges = [Exchange(1, "POST /logout", 200) with { StartedAt = when }] }],
            [Started, new PreflightFinished { Exchanges = [Exchange(1, "GET /versions", 200) with { StartedAt = when }] }],
        ];

        foreach (var journal in journals)
        {
            FluentActions.Invoking(() => RunFolder.Fold(journal, KnownContracts.Matrix.Catalogue))
                .Should()
                .Throw<UnreadableRecordException>()
                .WithMessage("the journal holds what no record may hold: *");
        }
    }

    [TestCase(Verdict.Fail)]
    [TestCase(Verdict.Warning)]
    [TestCase(Verdict.Observed)]
    public void Takes_in_what_the_exchange_checks_of_other_scenarios_found(Verdict found)
    {
        var record = Fold(
            Finished(Logout, Verdict.Pass) with
            {
                Findings = [Finding(Errors, found)],
                JudgedInPassing = new Dictionary<string, int> { [Errors] = 3 },
            });

        record.Requirements.Should().SatisfyRespectively(
            errors => (errors.Id, errors.Verdict, errors.JudgedInPassing).Should().Be((Errors, found, 3)),
            logout => (logout.Id, logout.Verdict).Should().Be((Logout, Verdict.Pass)));
        record.Requirements[0].Findings.Should().Equal(Finding(Errors, found));
    }

    [Test]
    public void Counts_what_an_exchange_check_found_in_the_scenario_of_its_own_requirement()
    {
        var record = Fold(
            Finished(Errors, Verdict.Inconclusive) with { Findings = [Finding(Errors, Verdict.Fail) with { Check = "StandardError" }] });

        record.Requirements[0].Verdict.Should().Be(Verdict.Fail);
    }

    [Test]
    public void Leaves_the_findings_of_a_scenario_about_its_own_requirement_to_its_verdict()
    {
        var record = Fold(Finished(Logout, Verdict.Waived) with { Findings = [Finding(Logout, Verdict.Fail)] });

        record.Requirements[0].Verdict.Should().Be(Verdict.Waived);
    }

    [TestCase(Errors, Verdict.Pass)]
    [TestCase(GarbageBody, Verdict.Observed)]
    public void Passes_what_was_only_judged_in_passing_without_finding(string requirement, Verdict expected)
    {
        var record = Fold(Finished(Logout, Verdict.Pass) with { JudgedInPassing = new Dictionary<string, int> { [requirement] = 1 } });

        record.Requirements.Single(result => result.Id == requirement).Verdict.Should().Be(expected);
    }

    [Test]
    public void Says_nothing_of_a_requirement_whose_check_judged_no_exchange()
    {
        var record = Fold(Finished(Logout, Verdict.Pass) with { JudgedInPassing = new Dictionary<string, int> { [Errors] = 0 } });

        record.Requirements.Should().ContainSingle().Which.Id.Should().Be(Logout);
    }

    [Test]
    public void Does_not_pass_a_disabled_requirement_because_its_exchange_check_found_nothing()
    {
        var record = Fold(
            Finished(Errors, Verdict.Disabled, "Errors"),
            Finished(Logout, Verdict.Pass, "Logout") with { JudgedInPassing = new Dictionary<string, int> { [Errors] = 9 } });

        record.Requirements[0].Verdict.Should().Be(Verdict.Disabled);
    }

    [Test]
    public void Joins_the_distinct_reasons_of_the_worst_verdict()
    {
        var record = Fold(
            Finished(Logout, Verdict.Inconclusive, "A") with { Reason = "the control failed" },
            Finished(Logout, Verdict.Inconclusive, "B") with { Reason = "the account is missing" },
            Finished(Logout, Verdict.Inconclusive, "C") with { Reason = "the control failed" },
            Finished(Logout, Verdict.NotApplicable, "D") with { Reason = "no such capability" });

        record.Requirements[0].Reason.Should().Be("the control failed; the account is missing");
    }

    [Test]
    public void Orders_requirements_by_the_catalogue_and_scenarios_by_name()
    {
        var record = Fold(
            Finished(Logout, Verdict.Pass, "B"), Finished("MTX-VER-03", Verdict.Pass, "C"), Finished(Errors, Verdict.Pass, "A"));

        var catalogueOrder = KnownContracts.Matrix.Catalogue.Requirements
            .Select(requirement => requirement.Id)
            .Where(id => id is Logout or "MTX-VER-03" or Errors);
        record.Requirements.Select(requirement => requirement.Id).Should().Equal(catalogueOrder);
        record.Scenarios.Select(scenario => scenario.Scenario).Should().Equal("A", "B", "C");
    }

    [Test]
    public void Counts_the_whole_run()
    {
        var record = Fold(
            new PreflightFinished() { Logins = 1, Exchanges = [Exchange(4, "GET /versions", 200)] },
            Finished(Logout, Verdict.Pass, "A") with
            {
                Logins = 2,
                Exchanges = [Exchange(1, "POST /login", 200), Exchange(2, "POST /logout", 200)],
            },
            Finished(Errors, Verdict.Fail, "B") with { Logins = 1, Exchanges = [Exchange(3, "POST /login", 200)] });

        record.Totals.Should().BeEquivalentTo(new { Scenarios = 2, Requests = 4, Logins = 4, Milliseconds = 2500.0 });
        record.Totals.Verdicts
            .Should()
            .HaveCount(9).And.Contain(Verdict.Pass, 1).And.Contain(Verdict.Fail, 1).And.Contain(Verdict.Error, 0);
    }

    [Test]
    public void Refuses_a_requirement_that_the_catalogue_does_not_have()
    {
        var fold = () => Fold(Finished(Logout, Verdict.Pass) with { Findings = [Finding("MTX-NOWHERE-01", Verdict.Fail)] });

        fold.Should().Throw<UnreadableRecordException>().WithMessage("*MTX-NOWHERE-01*");
    }

    [Test]
    public void Refuses_a_journal_that_does_not_begin_with_its_start()
    {
        var fold = () => RunFolder.Fold([Ended], KnownContracts.Matrix.Catalogue);

        fold.Should().Throw<UnreadableRecordException>();
    }
}
