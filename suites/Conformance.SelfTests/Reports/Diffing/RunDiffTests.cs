using Conformance.Record.Exchanges;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Diffing;
using Conformance.Reports.Gating;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Diffing;

/// <summary>What counts as a regression, a fix, lost coverage and the rest, on made-up pairs of runs.</summary>
public sealed class RunDiffTests
{
    private const string Row = "MTX-LOGOUT-02";

    [TestCase(Verdict.Pass, Verdict.Fail)]
    [TestCase(Verdict.Pass, Verdict.Warning)]
    [TestCase(Verdict.Pass, Verdict.Inconclusive)]
    [TestCase(Verdict.Warning, Verdict.Fail)]
    [TestCase(Verdict.Warning, Verdict.Error)]
    [TestCase(Verdict.Inconclusive, Verdict.Fail)]
    [TestCase(Verdict.NotApplicable, Verdict.Error)]
    [TestCase(null, Verdict.Inconclusive)]
    public void Calls_it_a_regression(Verdict? old, Verdict? current) => Change(old, current).Should().Be(ChangeKind.Regression);

    [TestCase(Verdict.Fail, Verdict.Pass)]
    [TestCase(Verdict.Fail, Verdict.Warning)]
    [TestCase(Verdict.Warning, Verdict.Pass)]
    [TestCase(Verdict.Inconclusive, Verdict.Pass)]
    [TestCase(Verdict.Error, Verdict.Warning)]
    public void Calls_it_a_fix(Verdict? old, Verdict? current) => Change(old, current).Should().Be(ChangeKind.Fix);

    [TestCase(Verdict.Pass, Verdict.NotApplicable)]
    [TestCase(Verdict.Pass, Verdict.Disabled)]
    [TestCase(Verdict.Pass, Verdict.Observed)]
    [TestCase(Verdict.Fail, Verdict.NotApplicable)]
    [TestCase(Verdict.Fail, null)]
    [TestCase(Verdict.Fail, Verdict.Inconclusive)]
    public void Calls_it_lost_coverage(Verdict? old, Verdict? current) => Change(old, current).Should().Be(ChangeKind.LostCoverage);

    [TestCase(null, Verdict.Pass)]
    [TestCase(null, Verdict.Fail)]
    [TestCase(Verdict.NotApplicable, Verdict.Pass)]
    [TestCase(Verdict.Disabled, Verdict.Warning)]
    [TestCase(Verdict.Observed, Verdict.Fail)]
    public void Calls_it_new_coverage(Verdict? old, Verdict? current) => Change(old, current).Should().Be(ChangeKind.NewCoverage);

    [TestCase(Verdict.Pass, Verdict.Pass)]
    [TestCase(Verdict.Fail, Verdict.Fail)]
    [TestCase(Verdict.NotApplicable, Verdict.Disabled)]
    [TestCase(Verdict.Inconclusive, Verdict.Error)]
    [TestCase(null, Verdict.NotApplicable)]
    public void Says_nothing_where_nothing_is_known_to_have_changed(Verdict? old, Verdict? current) =>
        Change(old, current).Should().BeNull();

    [Test]
    public void Tells_a_requirement_that_is_violated_in_another_way()
    {
        var other = Violated(new Mismatch("status", "401", "500"));

        var change = RunDiff.Of(Violated(new Mismatch("status", "401", "200")), other).Changes.Should().ContainSingle().Subject;

        (change.Kind, change.Why).Should().Be((ChangeKind.OtherFinding, "status: expected 401, was 500"));
        RunDiff.Of(other, other).IsEmpty.Should().BeTrue();
    }

    [Test]
    public void Tells_what_a_waiver_hides_as_better_than_a_failure()
    {
        var failing = Violated(Finding(Row, Verdict.Fail).Mismatch);
        var waived = Fold([Waiver(Row)], failing.Scenarios);

        var diff = RunDiff.Of(failing, waived);

        diff.Changes.Should().ContainSingle().Which.Kind.Should().Be(ChangeKind.Fix);
        diff.Waivers.Should().ContainSingle().Which.What.Should().StartWith("added until 2025-06-30 by session team");
        RunDiff.Of(waived, failing).Waivers.Should().ContainSingle().Which.What.Should().StartWith("removed");
    }

    [Test]
    public void Tells_what_changed_in_a_waiver()
    {
        var later = Waiver(Row) with { Expires = new DateOnly(2026, 1, 31), Owner = "nobody" };

        RunDiff.Of(Fold([Waiver(Row)], []), Fold([later], [])).Waivers.Select(change => change.What).Should().Equal(
            "expiry changed from 2025-06-30 to 2026-01-31", "owner changed from session team to nobody");
    }

    [Test]
    public void Tells_first_what_else_differs()
    {
        var old = Fold([]);
        var current = old with
        {
            Target = old.Target with { Name = "production", Edition = "v1.12", Profile = "matrix-logout", Strict = true },
            SuiteVersion = "0.2.0",
            SuiteDigest = null,
            EndedAt = null,
        };

        RunDiff.Of(old, current).Circumstances.Select(fact => (fact.What, fact.New)).Should().Equal(
            ("target", "production"), ("edition", "v1.12"), ("profile", "matrix-logout@3"), ("suite version", "0.2.0"),
            ("suite digest", "none taken"), ("mode", "strict"), ("end", "killed before it"));
    }

    [Test]
    public void Refuses_to_compare_two_contracts()
    {
        var matrix = Fold([]);
        var comparing = () => RunDiff.Of(matrix, matrix with { Target = matrix.Target with { Dialect = "koyeb" } });

        comparing.Should().Throw<DialectMismatchException>();
    }

    [TestCase(20, 80, 10, true, TestName = "Tells_an_endpoint_that_got_slower")]
    [TestCase(80, 20, 10, true, TestName = "Tells_an_endpoint_that_got_faster")]
    [TestCase(20, 80, 9, false, TestName = "Says_nothing_of_few_answers")]
    [TestCase(20, 35, 10, false, TestName = "Says_nothing_of_a_shift_below_the_factor")]
    [TestCase(2, 8, 10, false, TestName = "Says_nothing_of_a_shift_of_a_few_milliseconds")]
    public void Latency(double old, double current, int answers, bool told)
    {
        var shifts = RunDiff.Of(Answering(Enumerable.Repeat(old, answers)), Answering(Enumerable.Repeat(current, answers))).Latencies;

        if (!told)
            shifts.Should().BeEmpty();
        else
            shifts.Should().Equal(new LatencyShift("GET /devices", old, current, answers, answers));
    }

    [Test]
    public void Says_nothing_of_a_shift_within_the_noise()
    {
        var calm = Answering([10, 10, 10, 10, 20, 20, 20, 60, 70, 80]);
        var disturbed = Answering([10, 15, 15, 20, 50, 50, 60, 70, 80, 90]);

        RunDiff.Of(calm, disturbed).Latencies.Should().BeEmpty();
    }

    [Test]
    public void Takes_no_time_from_exchanges_without_an_answer() =>
        RunDiff.Of(Answering(Enumerable.Repeat(20.0, 10)), Answering(Enumerable.Repeat(80.0, 10), answered: false)).Latencies
            .Should()
            .BeEmpty();

    [Test]
    public void Pairs_the_runs_of_two_sets_by_their_targets()
    {
        var (a, b, c) = (Named("a"), Named("b"), Named("c"));

        var diff = RunSetDiff.Of([a, b], [c, b]);

        diff.Runs.Should().ContainSingle().Which.New.Should().Be("b");
        (diff.Gone.Single(), diff.Added.Single()).Should().Be(("a", "c"));
        RunSetDiff.Of([a], [c]).Runs.Should().ContainSingle("single runs are compared whatever they are called");
    }

    private static RunRecord Named(string name) => Fold([]) is var run ? run with { Target = run.Target with { Name = name } } : run;

    private static ChangeKind? Change(Verdict? old, Verdict? current) =>
        RunDiff.Of(Judged(old), Judged(current)).Changes.SingleOrDefault()?.Kind;

    private static RunRecord Judged(Verdict? verdict) => verdict is { } one ? Fold(Finished(Row, one)) : Fold([]);

    private static RunRecord Violated(Mismatch mismatch) =>
        Fold(Finished(Row, Verdict.Fail) with { Findings = [new Finding(Row, Verdict.Fail, mismatch)] });

    private static RunRecord Answering(IEnumerable<double> milliseconds, bool answered = true) => Fold(Finished(Row, Verdict.Pass) with
    {
        Exchanges = [.. milliseconds.Select((time, i) => Timed(Exchange(i + 1, "GET /devices", 200), time, answered))],
    });

    private static Exchange Timed(Exchange exchange, double milliseconds, bool answered) =>
        exchange with { Milliseconds = milliseconds, Response = answered ? exchange.Response : null };
}
