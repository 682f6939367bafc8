using Conformance.Record.Verdicts;
using Conformance.Reports.Folding;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Folding;

/// <summary>A run that was killed keeps what it found, and never looks finished.</summary>
public sealed class KilledRunTests
{
    [Test]
    public void Makes_an_error_of_a_planned_scenario_without_a_verdict()
    {
        var record = RunFolder.Fold(
            [Started, Planned("MTX-LOGOUT-02", "A"), Planned("MTX-LOGOUT-03", "B"), Finished("MTX-LOGOUT-02", Verdict.Pass, "A")],
            KnownContracts.Matrix.Catalogue);

        record.Scenarios
            .Select(scenario => (scenario.Scenario, scenario.Verdict))
            .Should()
            .Equal(("A", Verdict.Pass), ("B", Verdict.Error));
        record.Requirements[1]
            .Should()
            .BeEquivalentTo(new { Id = "MTX-LOGOUT-03", Verdict = Verdict.Error, Reason = PlannedScenarios.NoVerdictReason });
    }

    [Test]
    public void Outweighs_a_pass_of_the_same_requirement_by_the_missing_verdict()
    {
        var record = RunFolder.Fold(
            [Started, Planned("MTX-LOGOUT-02", "A"), Planned("MTX-LOGOUT-02", "B"), Finished("MTX-LOGOUT-02", Verdict.Pass, "A"), Ended],
            KnownContracts.Matrix.Catalogue);

        record.Requirements.Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Error);
    }

    [Test]
    public void Has_no_end_and_lasts_until_its_last_exchange()
    {
        var finished = Finished("MTX-LOGOUT-02", Verdict.Pass) with
        {
            Exchanges = [Exchange(1, "POST /login", 200), Exchange(2, "POST /logout", 200)],
        };

        var record = RunFolder.Fold([Started, finished], KnownContracts.Matrix.Catalogue);

        record.EndedAt.Should().BeNull();
        record.Totals.Milliseconds.Should().Be(2250);
    }

    [Test]
    public void Folds_a_run_that_got_no_further_than_its_plan()
    {
        var record = RunFolder.Fold([Started, Planned("MTX-LOGOUT-02")], KnownContracts.Matrix.Catalogue);

        record.Totals.Should().BeEquivalentTo(new { Scenarios = 1, Requests = 0, Milliseconds = 0.0 });
        record.Requirements.Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Error);
    }
}
