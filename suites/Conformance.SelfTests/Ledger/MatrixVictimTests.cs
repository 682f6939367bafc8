using Conformance.Schemas.Endpoints;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Ledger.MatrixStory;

namespace Conformance.SelfTests.Ledger;

/// <summary>A token that is refused though nothing had ended it is somebody's victim.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MatrixVictimTests
{
    private static IEnumerable<TestCaseData<Story, string>> Harms =>
    [
        Case("a logout, another device", "MTX-LOGOUT-05", Two().LogsOut(1).Refuses(2)),
        Case("a logout, another user", "MTX-LOGOUT-06", Two(Bob).LogsOut(1).Refuses(2)),
        Case("a logout everywhere, another user", "MTX-LOGOUTALL-08", Two(Bob).LogsOutEverywhere(1).Refuses(2)),
        Case("a logout with an unknown token", "MTX-TOK-15", Two().LogsOut(99, 401).Refuses(2)),
        Case("a logout everywhere with an unknown token", "MTX-LOGOUTALL-09", Two().Call(MatrixEndpoints.LogoutAll, Access(99), 401, new { errcode = "M_UNKNOWN_TOKEN" }).Refuses(2)),
        Case("a wrong method", "MTX-LOGOUT-13", Two().CallWith("GET", MatrixEndpoints.Logout, Access(2), 405).Refuses(2)),
        Case("a preflight", "MTX-CORS-02", Two().CallWith("OPTIONS", MatrixEndpoints.Logout, Access(2), 204).Refuses(2)),
        Case("a failed login", "MTX-TOK-15", Two().Call(MatrixEndpoints.Login, null, 403, new { errcode = "M_FORBIDDEN" }).Refuses(2)),
        Case("a login on another known device", "MTX-LOGIN-10", Two().LogsIn(Alice, "A", 3).Refuses(2)),
        Case("a login of another user on the same device id", "MTX-LOGIN-11", Two().LogsIn(Bob, "B", 3).Refuses(2)),
        Case("a refresh of another session", "MTX-REFRESH-03", Two().Renews(1, 3).Refuses(2)),
        Case("two logouts, whichever did it", "MTX-LOGOUT-06", Two(Bob).LogsIn(Alice, "C", 3).Accepts(2).LogsOut(1).LogsOut(3).Refuses(2)),
    ];

    private static IEnumerable<TestCaseData<Story>> Silent =>
    [
        Case("a login beyond what the server allows a user", Two().LogsIn(Alice, "C", 3).Refuses(2)),
        Case("a soft logout", Two().LogsOut(1).Refuses(2, softly: true)),
        Case("an expiry", Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2, expiresInMs: 1000).Accepts(2).After(TimeSpan.FromSeconds(1)).LogsOut(1).Refuses(2)),
        Case("a login on its own device", Two().LogsIn(Alice, "B", 3).Refuses(2)),
        Case("a refresh of its own session", Two().Renews(2, 3).Refuses(2)),
        Case("the end of a family of refresh tokens", Two().Renews(2, 3).Accepts(3).Call(MatrixEndpoints.Refresh, null, 401, new { errcode = "M_UNKNOWN_TOKEN" }, new { refresh_token = Refresh(2) }).Refuses(3)),
        Case("a lock of its user", Two().Call(MatrixEndpoints.LockUser, Access(1), 200, new { }).Refuses(2)),
        Case("a refresh token that opens nothing", Two().Renews(1, 3).Accepts(3).Call(MatrixEndpoints.WhoAmI, Refresh(3), 401, new { errcode = "M_UNKNOWN_TOKEN" }).Renews(3, 4)),
        Case("an access token that nobody trades in", Two().Call(MatrixEndpoints.Refresh, null, 401, new { errcode = "M_UNKNOWN_TOKEN" }, new { refresh_token = Access(2) }).Accepts(2)),
        Case("one of two logins on a device at once", Begin().LogsIn(Alice, "A", 1).Taking(TimeSpan.FromSeconds(1)).LogsIn(Alice, "A", 2).Accepts(2).Refuses(2)),
        Case("an expiry a second early", Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2, expiresInMs: 2500).Accepts(2).After(TimeSpan.FromSeconds(1)).LogsOut(1).Refuses(2)),
        Case("a look-alike of the path of a logout", Two().CallWith("POST", MatrixEndpoints.Logout, Access(2), 200).But(exchange => exchange with { Request = exchange.Request with { BreaksHttp = true } }).Refuses(2)),
        Case("a logout by HEAD", Two().CallWith("HEAD", MatrixEndpoints.Logout, Access(2), 200).Refuses(2)),
        Case("a logout at the same time", Two().LogsOut(2).Taking(TimeSpan.FromSeconds(1)).Refuses(2)),
    ];

    [TestCaseSource(nameof(Harms))]
    public void Accuses_the_row_of_the_call_that_ended_it(Story story, string row) => story.Rows().Should().Equal(row);

    [TestCaseSource(nameof(Silent))]
    public void Accuses_nobody_where_it_may_have_ended_rightly(Story story)
    {
        story.Rows().Should().BeEmpty();
        story.Judged().Victims.Should().BeEmpty();
    }

    [Test]
    public void Names_the_suspects_where_several_may_have_done_it()
    {
        var ledger = Two(Bob).LogsOut(99, 401).LogsOut(1).Refuses(2).Judged();

        ledger.Violations.Should().BeEmpty();
        ledger.Victims.Should().ContainSingle().Which.Suspects.Select(suspect => suspect.Number).Should().Equal(4, 5);
        ledger.UnexplainedSince(1)!.ToString().Should().Be("<access-token#2> was accepted at exchange 3 and refused at exchange 6, though nothing had ended it");
    }

    [Test]
    public void Accuses_nobody_for_a_token_that_is_refused_and_accepted_again()
    {
        var ledger = Two().LogsOut(1).Refuses(2).Accepts(2).Judged();

        ledger.Violations.Should().BeEmpty("it was not dead");
        ledger.UnexplainedSince(1)!.ToString().Should().Be("<access-token#2> was accepted at exchange 3 and refused at exchange 5, though nothing had ended it, and accepted again at exchange 6");
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

    private static TestCaseData<Story, string> Case(string name, string row, Story story) => new TestCaseData<Story, string>(story, row).SetArgDisplayNames(name);

    private static TestCaseData<Story> Case(string name, Story story) => new TestCaseData<Story>(story).SetArgDisplayNames(name);
}
