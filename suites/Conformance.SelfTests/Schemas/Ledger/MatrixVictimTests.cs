using Conformance.Schemas.Endpoints;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Schemas.Ledger.MatrixStory;
using static Conformance.SelfTests.Schemas.Ledger.StoryCases;

namespace Conformance.SelfTests.Schemas.Ledger;

/// <summary>A token that is refused though nothing had ended it is somebody's victim.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MatrixVictimTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly object Unknown = new { errcode = "M_UNKNOWN_TOKEN" };

    private static IEnumerable<TestCaseData<Story, string>> Harms =>
    [
        Case("a logout, another device", "MTX-LOGOUT-05", Two().LogsOut(1).Refuses(2)),
        Case("a logout, another user", "MTX-LOGOUT-06", Two(Bob).LogsOut(1).Refuses(2)),
        Case("a logout everywhere, another user", "MTX-LOGOUTALL-08", Two(Bob).LogsOutEverywhere(1).Refuses(2)),
        Case("a logout with an unknown token", "MTX-TOK-15", Two().LogsOut(99, 401).Refuses(2)),
        Case(
            "a logout everywhere with an unknown token",
            "MTX-LOGOUTALL-09",
            Two().Call(MatrixEndpoints.LogoutAll, Access(99), 401, new { errcode = "M_UNKNOWN_TOKEN" }).Refuses(2)),
        Case("a wrong method", "MTX-LOGOUT-13", Two().CallWith("GET", MatrixEndpoints.Logout, Access(2), 405).Refuses(2)),
        Case("a preflight", "MTX-CORS-02", Two().CallWith("OPTIONS", MatrixEndpoints.Logout, Access(2), 204).Refuses(2)),
        Case("a failed login", "MTX-TOK-15", Two().Call(MatrixEndpoints.Login, null, 403, new { errcode = "M_FORBIDDEN" }).Refuses(2)),
        Case("a login on another known device", "MTX-LOGIN-10", Two().LogsIn(Alice, "A", 3).Refuses(2)),
        Case("a login of another user on the same device id", "MTX-LOGIN-11", Two().LogsIn(Bob, "B", 3).Refuses(2)),
        Case("a refresh of another session", "MTX-REFRESH-03", Two().Renews(1, 3).Refuses(2)),
        Case("two logouts, whichever did it", "MTX-LOGOUT-06", Two(Bob).LogsIn(Alice, "C", 3).Accepts(2).LogsOut(1).LogsOut(3).Refuses(2)),
        Case("a failed refresh", "MTX-TOK-15", Two().RefusesToRenew(99).Refuses(2)),
        Case("a logout with what is no token", "MTX-LOGOUT-06", Two().Call(MatrixEndpoints.Logout, "x", 200).Refuses(2)),
        Case(
            "a logout, after a call of which a gateway has answered",
            "MTX-LOGOUT-05",
            Two().LogsOut(1).Call(MatrixEndpoints.WhoAmI, Access(2), 502).Refuses(2).Refuses(2)),
        Case("a logout, before the suite closes what is dead", "MTX-LOGOUT-05", Two().LogsOut(1).Refuses(2).LogsOut(2, 401)),
        Case(
            "a logout, after a lock that was refused",
            "MTX-LOGOUT-05",
            Two().Call(MatrixEndpoints.LockUser, Access(99), 401, Unknown).LogsOut(1).Refuses(2)),
        Case(
            "a logout, after one outside of the API",
            "MTX-LOGOUT-05",
            Two()
                .LogsOut(99, 401)
                .But(exchange => exchange with { Request = exchange.Request with { Url = "http://server.example/logout" } })
                .LogsOut(1)
                .Refuses(2)),
        Case(
            "a logout, after a deletion that was seen to spare it",
            "MTX-LOGOUT-06",
            Two(Bob).Deletes(1, "C").Accepts(2).LogsOut(1).Refuses(2)),
        Case("a logout, the token of a refresh", "MTX-LOGOUT-05", Two().Renews(2, 3).Accepts(3).LogsOut(1).Refuses(3)),
        Case("a logout, as a call in the name of a device shows", "MTX-LOGOUT-05", Two().LogsOut(1).Refuses(2).Querying("device_id=B")),
        Case(
            "a logout, the later login on a device",
            "MTX-LOGOUT-06",
            Begin().LogsIn(Bob, "B", 1).LogsIn(Alice, "A", 2).LogsIn(Alice, "A", 3).Accepts(3).LogsOut(1).Refuses(3)),
        Case(
            "a logout, a login after another logout",
            "MTX-LOGOUT-06",
            Begin().LogsIn(Bob, "B", 1).LogsIn(Alice, "A", 2).LogsOut(2).LogsIn(Alice, "A", 3).Accepts(3).LogsOut(1).Refuses(3)),
        Case(
            "a logout, one of two logins at once on two devices",
            "MTX-LOGOUT-06",
            Begin().LogsIn(Alice, "A", 1).Taking(Second).LogsIn(Bob, "B", 2).After(Second).Accepts(2).LogsOut(1).Refuses(2)),
    ];

    private static IEnumerable<TestCaseData<Story>> Silent =>
    [
        Case("a login beyond what the server allows a user", Two().LogsIn(Alice, "C", 3).Refuses(2)),
        Case("a soft logout", Two().LogsOut(1).Refuses(2, softly: true)),
        Case(
            "an expiry",
            Begin()
                .LogsIn(Alice, "A", 1)
                .LogsIn(Alice, "B", 2, expiresInMs: 1000)
                .Accepts(2)
                .After(TimeSpan.FromSeconds(1))
                .LogsOut(1)
                .Refuses(2)),
        Case("a deletion, or a logout after it", Two(Bob).Deletes(1, "C").LogsOut(1).Refuses(2)),
        Case("a deletion that takes effect within the tolerance", Two(Bob, Second).Deletes(1, "C").Accepts(2).LogsOut(1).Refuses(2)),
        Case("a login on its own device", Two().LogsIn(Alice, "B", 3).Refuses(2)),
        Case("a refresh of its own session", Two().Renews(2, 3).Refuses(2)),
        Case(
            "the end of a family of refresh tokens",
            Two()
                .Renews(2, 3)
                .Accepts(3)
                .Call(MatrixEndpoints.Refresh, null, 401, new { errcode = "M_UNKNOWN_TOKEN" }, new { refresh_token = Refresh(2) })
                .Refuses(3)),
        Case("a lock of its user", Two().Call(MatrixEndpoints.LockUser, Access(1), 200, new { }).Refuses(2)),
        Case(
            "a refresh token that opens nothing",
            Two().Renews(1, 3).Accepts(3).Call(MatrixEndpoints.WhoAmI, Refresh(3), 401, new { errcode = "M_UNKNOWN_TOKEN" }).Renews(3, 4)),
        Case(
            "an access token that nobody trades in",
            Two()
                .Call(MatrixEndpoints.Refresh, null, 401, new { errcode = "M_UNKNOWN_TOKEN" }, new { refresh_token = Access(2) })
                .Accepts(2)),
        Case(
            "one of two logins on a device at once",
            Begin().LogsIn(Alice, "A", 1).Taking(TimeSpan.FromSeconds(1)).LogsIn(Alice, "A", 2).Accepts(2).Refuses(2)),
        Case(
            "an expiry a second early",
            Begin()
                .LogsIn(Alice, "A", 1)
                .LogsIn(Alice, "B", 2, expiresInMs: 2500)
                .Accepts(2)
                .After(TimeSpan.FromSeconds(1))
                .LogsOut(1)
                .Refuses(2)),
        Case(
            "a look-alike of the path of a logout",
            Two()
                .CallWith("POST", MatrixEndpoints.Logout, Access(2), 200)
                .But(exchange => exchange with { Request = exchange.Request with { BreaksHttp = true } })
                .Refuses(2)),
        Case("a logout by HEAD", Two().CallWith("HEAD", MatrixEndpoints.Logout, Access(2), 200).Refuses(2)),
        Case("a logout at the same time", Two().LogsOut(2).Taking(TimeSpan.FromSeconds(1)).Refuses(2)),
        Case(
            "an expiry while it is asked with",
            Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2, expiresInMs: 3000).Accepts(2).LogsOut(1).Refuses(2).Taking(Second)),
        Case(
            "one of two logins on a device at once, later",
            Begin().LogsIn(Alice, "A", 1).Taking(Second).LogsIn(Alice, "A", 2).After(Second).Accepts(2).Refuses(2)),
        Case(
            "a login that failed and names a token",
            Begin()
                .LogsIn(Alice, "A", 1)
                .But(exchange => exchange with { Response = exchange.Response! with { Status = 500 } })
                .Refuses(1)),
        Case(
            "the end of a family of refresh tokens on no known device",
            Begin().LogsIn(Alice, null, 1).Renews(1, 2).Accepts(2).RefusesToRenew(1).Refuses(2)),
        Case("a logout with two tokens, of which the server chose one", Two().LogsOut(1).Querying($"access_token={Access(2)}").Refuses(2)),
        Case("a logout with a refresh token", Two().Call(MatrixEndpoints.Logout, Refresh(2), 200).Refuses(2)),
        Case("a refusal of another status", Two().LogsOut(1).Call(MatrixEndpoints.WhoAmI, Access(2), 403, Unknown)),
        Case(
            "a refusal of another code", Two().LogsOut(1).Call(MatrixEndpoints.WhoAmI, Access(2), 401, new { errcode = "M_UNAUTHORIZED" })),
        Case(
            "a request for further authentication",
            Two()
                .LogsOut(1)
                .Call(MatrixEndpoints.DeleteDevice, Access(2), 401, new { errcode = "M_UNKNOWN_TOKEN", flows = Array.Empty<object>() })),
        Case("a call in the name of another user", Two().Accepts(1).Querying($"user_id={Alice}").Refuses(2)),
        Case("a suspension of its user", Two().Call(MatrixEndpoints.SuspendUser, Access(1), 200).LogsOut(1).Refuses(2)),
        Case("a deletion of a device", Two().Call(MatrixEndpoints.DeleteDevice, Access(1), 200).LogsOut(1).Refuses(2)),
        Case("a deletion of devices", Two().Call(MatrixEndpoints.DeleteDevices, Access(1), 200).LogsOut(1).Refuses(2)),
        Case("a change of a password", Two().Call(MatrixEndpoints.ChangePassword, Access(1), 200).LogsOut(1).Refuses(2)),
        Case("a deactivation", Two().Call(MatrixEndpoints.Deactivate, Access(1), 200).LogsOut(1).Refuses(2)),
    ];

    private static IEnumerable<TestCaseData<Story>> Unexplained =>
    [
        Case("no call at all", Two().Refuses(2)),
        Case("a login that handed it out dead", Begin().LogsIn(Alice, "A", 1).Refuses(1)),
        Case("a login of another user on another device", Two().LogsIn(Bob, "C", 3).Refuses(2)),
        Case("a login of another user, on no known devices", Begin().LogsIn(Alice, null, 1).Accepts(1).LogsIn(Bob, null, 2).Refuses(1)),
        Case("a logout of which a gateway has answered", Two().LogsOut(1, 504).Refuses(2)),
        Case(
            "a refresh of another session, of which a gateway has answered",
            Two().RefusesToRenew(1).But(exchange => exchange with { Response = exchange.Response! with { Status = 504 } }).Refuses(2)),
        Case("a login beyond what the server allows a user, and it was not dead", Two().LogsIn(Alice, "C", 3).Refuses(2).Accepts(2)),
        Case(
            "a login beyond what the server allows a user, in company",
            Begin(inCompany: true).LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2).Accepts(2).LogsIn(Alice, "C", 3).Refuses(2)),
    ];

    [TestCaseSource(nameof(Harms))]
    public void Accuses_the_row_of_the_call_that_ended_it(Story story, string row)
    {
        story.Rows().Should().Equal(row);
        story.Judged().Victims.Should().BeEmpty("it is known who did it");
    }

    [TestCaseSource(nameof(Silent))]
    public void Accuses_nobody_where_it_may_have_ended_rightly(Story story)
    {
        story.Rows().Should().BeEmpty();
        story.Judged().Victims.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Unexplained))]
    public void Calls_it_a_victim_where_nobody_can_be_accused(Story story)
    {
        story.Rows().Should().BeEmpty();
        story.Judged().Victims.Should().ContainSingle();
        story.Judged().Evicted.Should().BeEmpty();
    }

    private static Story Two(string second = Alice, TimeSpan tolerance = default) =>
        Begin(tolerance).LogsIn(Alice, "A", 1).LogsIn(second, "B", 2).Accepts(2);
}
