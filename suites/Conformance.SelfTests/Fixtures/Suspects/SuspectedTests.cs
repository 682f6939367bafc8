using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Severity;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;
using Conformance.SelfTests.Schemas.Ledger;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Schemas.Ledger.MatrixStory;

namespace Conformance.SelfTests.Fixtures.Suspects;

/// <summary>A scenario that broke its promise in company and keeps it alone, where another scenario called what ends sessions.</summary>
public sealed class SuspectedTests
{
    private const string Row = "MTX-TOK-01";

    // In company, its session dies; the other scenario's logout came between.
    private static Story Disturbed => Begin(inCompany: true).LogsIn(Alice, "A", 1).Accepts(1).Refuses(1);

    // The old refresh token may have ended rightly: its successor was handed out.
    private static Story Doubtful => Begin(inCompany: true).LogsIn(Alice, "A", 1).Renews(1, 2).Call(
        MatrixEndpoints.Refresh, null, 401, new { errcode = "M_UNKNOWN_TOKEN" }, new { refresh_token = Refresh(1) });

    private static Story Other => Begin(from: 20).LogsIn(Bob, "B", 21).LogsOut(21);

    [Test]
    public void Is_inconclusive_where_none_of_the_suspects_does_it_again()
    {
        var finished = Tried(Disturbed, again: Other);

        finished.Verdict.Should().Be(Verdict.Inconclusive);
        finished.Reason.Should().Be(
            "<access-token#1> was accepted at exchange 2 and refused at exchange 3, though nothing had ended it. "
            + "Suspected: POST /logout (exchange 21, Other), POST /login (exchange 20, Other); "
            + "their scenarios were run again alone, with sentinels, and ended no session of others.");
        finished.Findings.Should().BeEmpty();
    }

    [Test]
    public void Keeps_its_promise_where_one_of_them_is_caught()
    {
        var caught = Begin(from: 30).LogsIn(Bob, "B", 31).LogsIn(Alice, "C", 32).Accepts(32).LogsOut(31).Refuses(32);

        var finished = Tried(Disturbed, again: caught);

        finished.Verdict.Should().Be(Verdict.Pass);
        finished.Observations
            .Should()
            .ContainSingle(observation => observation.Name == Observation.DisturbedBy).Which.Value.Should().Contain("MTX-LOGOUT-06");
        finished.Findings.Select(finding => finding.Requirement).Should().Equal("MTX-LOGOUT-06");
    }

    [Test]
    public void Is_inconclusive_where_what_a_suspect_ends_alone_is_of_its_own_user()
    {
        var ofOwnUser = Begin(from: 30).LogsIn(Bob, "B", 31).LogsIn(Bob, "C", 32).Accepts(32).LogsOut(31).Refuses(32);

        Tried(Disturbed, again: ofOwnUser).Verdict
            .Should()
            .Be(Verdict.Inconclusive, "scenarios share no user, so that this was not what disturbed it");
    }

    [Test]
    public void Is_inconclusive_where_something_else_was_broken_than_by_the_one_who_is_caught()
    {
        var caught = Begin(from: 30).LogsIn(Bob, "B", 31).LogsIn(Alice, "C", 32).Accepts(32).LogsOut(31).Refuses(32);

        var finished = Tried(Disturbed.Call(MatrixEndpoints.Versions, null, 500), again: caught);

        finished.Verdict.Should().Be(Verdict.Inconclusive);
        finished.Reason
            .Should()
            .StartWith("What it found may have had another cause. It was disturbed by POST /logout (as in Other), as exchange ");
    }

    [TestCase("POST /logout 200", Verdict.Pass)]
    [TestCase("POST /logout 401", Verdict.Inconclusive)]
    [TestCase("POST /logout/all 200", Verdict.Inconclusive)]
    public void Keeps_its_promise_where_a_call_that_was_answered_like_it_is_known_to_do_it(string known, Verdict verdict) =>
        Tried(Disturbed, again: Other, known).Verdict.Should().Be(verdict);

    [Test]
    public void Is_inconclusive_where_what_was_refused_may_have_ended_rightly()
    {
        var finished = Tried(Doubtful, again: Other);

        finished.Verdict.Should().Be(Verdict.Inconclusive);
        finished.Reason.Should().StartWith(
            "Its promise was broken at 1 of 5 tries, and at none of those that ran alone. "
            + "Exchange 3 refused <refresh-token#1> while other scenarios ran; one of their calls may be why: POST /logout");
    }

    [Test]
    public void Depends_on_timing_where_nobody_else_can_have_done_it()
    {
        var finished = Tried(
            Disturbed.But(exchange => exchange with { Endpoint = "GET /devices", Response = exchange.Response! with { Status = 500 } }),
            again: null);

        (finished.Verdict, finished.Reason).Should().Be((Verdict.Fail, "It depends on timing: broken at 1 of 5 tries."));
    }

    [TestCase(0, Verdict.Pass, null)]
    [TestCase(4, Verdict.Fail, "It depends on timing: broken at 2 of 5 tries.")]
    public void Is_judged_by_what_it_does_alone_where_it_shared_a_session(int brokenAt, Verdict verdict, string? reason)
    {
        var finished = Tried(
            Disturbed.But(exchange => exchange with { Endpoint = "GET /devices", Response = exchange.Response! with { Status = 500 } }),
            again: null,
            shares: true,
            brokenAt: brokenAt);

        (finished.Verdict, finished.Reason).Should().Be((verdict, reason));
        finished.Exchanges.Select(exchange => exchange.Number / 10).Should().Contain([2, 3, 4, 5], "each try is evidence");
    }

    private static ScenarioFinished Tried(Story inCompany, Story? again, string? known = null, bool shares = false, int brokenAt = 0)
    {
        using var target = new DrivenTarget(DrivenTarget.Settings("http://127.0.0.1:1"));
        if (known is not null)
            target.Run.Investigation.Culprits[known] = "exchange 7 shows, which violates MTX-LOGOUT-06";

        if (again is not null)
        {
            target.Run.Investigation.Calls.Add("Other", Other.Views, target.Run.Ledger.Contract);
            target.Run.Investigation.Scenarios["Other"] = _ => Attempt(again, Verdict.Pass);
        }

        return new ScenarioTrial(target.Run, "This", number =>
        {
            if (number > 1)
            {
                return Attempt(
                    Begin(from: 10 * number).LogsIn(Alice, "A", 100 + number).Accepts(100 + number),
                    number == brokenAt ? Verdict.Fail : Verdict.Pass);
            }

            using var company = target.Run.Gate.Enter();
            return Attempt(inCompany, Verdict.Fail) with { Shares = shares };
        }).Run();
    }

    private static Attempt Attempt(Story story, Verdict verdict) => new(
        new ScenarioFinished("This", Row, verdict)
        {
            Exchanges = [.. story.Views.Select(view => view.Exchange)],
            Findings = verdict is Verdict.Fail
                ? [new Finding(Row, verdict, new Mismatch("status", "200", "401"), story.Views[^1].Exchange.Number)]
                : [],
        },
        story.Views);
}
