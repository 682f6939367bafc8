using Conformance.Schemas.Endpoints;
using Conformance.Schemas.Ledger;
using Conformance.Schemas.Ledger.Matrix;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Schemas.Ledger.MatrixStory;

namespace Conformance.SelfTests.Schemas.Ledger;

/// <summary>
/// What the ledger says of victims beside the row that is violated: who is suspected, what is unexplained, what is doubtful.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class VictimFactsTests
{
    [Test]
    public void Names_the_suspects_where_several_may_have_done_it()
    {
        var ledger = Two(Bob).LogsOut(99, 401).LogsOut(1).Refuses(2).Judged();

        ledger.Violations.Should().BeEmpty();
        ledger.Victims.Should().ContainSingle().Which.Suspects.Select(suspect => suspect.Number).Should().Equal(4, 5);
        ledger.UnexplainedSince(1)!
            .ToString()
            .Should()
            .Be("<access-token#2> was accepted at exchange 3 and refused at exchange 6, though nothing had ended it");
    }

    [Test]
    public void Accuses_nobody_for_a_token_that_is_refused_and_accepted_again()
    {
        var ledger = Two().LogsOut(1).Refuses(2).Accepts(2).Judged();

        ledger.Violations.Should().BeEmpty("it was not dead");
        ledger.UnexplainedSince(1)!
            .ToString()
            .Should()
            .Be("<access-token#2> was accepted at exchange 3 and refused at exchange 5, though nothing had ended it, "
                + "and accepted again at exchange 6");
    }

    [Test]
    public void Knows_a_token_that_was_accepted_after_its_refusal_only() =>
        Begin().LogsIn(Alice, "A", 1).Refuses(1).Accepts(1).Judged().UnexplainedSince(1)!.ToString()
            .Should()
            .Be("<access-token#1> was handed out at exchange 1 and refused at exchange 2, though nothing had ended it, "
                + "and accepted again at exchange 3");

    [TestCase(3, true)]
    [TestCase(4, false)]
    public void Accuses_only_where_nobody_else_was_at_the_server_since_the_last_acceptance(int aloneFrom, bool accuses)
    {
        SessionLedger.Of(Two().LogsOut(1).Refuses(2).Views, MatrixSessionContract.Instance, TimeSpan.Zero, aloneFrom).Violations
            .Any()
            .Should()
            .Be(accuses);
        (Two().Refuses(2).Judged().UnexplainedSince(aloneFrom) is not null).Should().Be(accuses);
    }

    [Test]
    public void Judges_exchanges_in_the_order_of_their_numbers() =>
        SessionLedger.Of(
            Two().LogsOut(99, 401).Accepts(2).LogsOut(1).Refuses(2).Views.Reverse(), MatrixSessionContract.Instance, TimeSpan.Zero, 1)
            .Violations.Select(violation => violation.Requirement).Should().Equal("MTX-LOGOUT-05");

    [Test]
    public void Knows_whether_whoever_did_it_was_another_user()
    {
        IsOfAnotherUser(Two(Bob).LogsOut(1)).Should().BeTrue();
        IsOfAnotherUser(Two().LogsOut(1)).Should().BeFalse();
        IsOfAnotherUser(Two().LogsOut(1, 401).LogsOut(99, 401)).Should().BeFalse("one of the two was not");

        static bool IsOfAnotherUser(Story story) => story.Refuses(2).Judged().Harms.Single().IsOfAnotherUser;
    }

    [Test]
    public void Doubts_what_was_refused_and_had_not_ended_for_certain()
    {
        Doubted(Two().Renews(2, 3).RefusesToRenew(2)).Should().Equal(Refresh(2));
        Doubted(Two().Renews(2, 3).Call(MatrixEndpoints.Devices, Access(2), 401, new { errcode = "M_UNKNOWN_TOKEN" }).Accepts(2))
            .Should()
            .Equal([Access(2)], "it is dead for GET /devices");
        Doubted(Two().Renews(2, 3).Refuses(2).Accepts(2)).Should().BeEmpty("it was not dead");
        Doubted(Two().LogsOut(2).Refuses(2)).Should().BeEmpty();

        static IEnumerable<string> Doubted(Story story) => story.Judged().Doubtful.Select(victim => victim.Life.Token);
    }

    [Test]
    public void Remembers_one_login_only_as_what_may_have_ended_a_token()
    {
        var (few, many) = (Allocated(200), Allocated(800));

        many.Should().BeLessThan(6 * few, "four times the logins are four times the endings, not sixteen times");

        static long Allocated(int logins)
        {
            var story = Begin();
            for (var number = 1; number <= logins; number++)
                story.LogsIn(Alice, "A", number);

            var views = story.Views;
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = SessionLedger.Of(views, MatrixSessionContract.Instance, TimeSpan.Zero, 1);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Test]
    public void Accuses_no_login_of_which_a_gateway_has_answered()
    {
        var ledger = Two().Call(MatrixEndpoints.Login, null, 504).Refuses(2).Judged();

        ledger.Violations.Should().BeEmpty();
        ledger.Victims.Should().ContainSingle();
    }

    [Test]
    public void Lets_a_login_that_was_refused_for_its_pace_out_of_it() =>
        Two(Bob).Call(MatrixEndpoints.Login, null, 429).LogsOut(1).Refuses(2).Rows().Should().Equal("MTX-LOGOUT-06");

    [Test]
    public void Accuses_nobody_for_a_token_that_may_have_been_handed_out_dead()
    {
        var ledger = Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2).LogsOut(1).Refuses(2).Judged();

        ledger.Violations.Should().BeEmpty();
        ledger.Victims.Should().ContainSingle("another scenario's call may explain it");
        ledger.UnexplainedSince(1).Should().BeNull();
    }

    [Test]
    public void Knows_a_session_that_a_login_of_its_user_ended_from_one_that_was_handed_out_dead()
    {
        Two().LogsIn(Alice, "C", 3).Refuses(2).Judged().Evicted.Should().ContainSingle();
        Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Refuses(2).Judged().Evicted.Should().BeEmpty();
    }

    [Test]
    public void Accuses_nobody_while_others_are_at_the_server()
    {
        var ledger = Begin(inCompany: true).LogsIn(Alice, "A", 1).LogsIn(Bob, "B", 2).Accepts(2).LogsOut(1).Refuses(2).Judged();

        ledger.Violations.Should().BeEmpty();
        ledger.Victims.Should().ContainSingle();
        ledger.UnexplainedSince(null).Should().BeNull("somebody else may explain it");
    }

    private static Story Two(string second = Alice) => Begin().LogsIn(Alice, "A", 1).LogsIn(second, "B", 2).Accepts(2);
}
