using Conformance.Schemas.Endpoints;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Schemas.Ledger.MatrixStory;
using static Conformance.SelfTests.Schemas.Ledger.StoryCases;

namespace Conformance.SelfTests.Schemas.Ledger;

/// <summary>A token that is accepted after its end violates the row of what ended it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MatrixAfterlifeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static IEnumerable<TestCaseData<Story, string>> Violations =>
    [
        Case("the token of a logout", "MTX-LOGOUT-02", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Accepts(1)),
        Case("the token of a logout, at a second one", "MTX-LOGOUT-08", Begin().LogsIn(Alice, "A", 1).LogsOut(1).LogsOut(1)),
        Case(
            "the token of a logout, at a logout everywhere",
            "MTX-LOGOUT-02",
            Begin().LogsIn(Alice, "A", 1).LogsOut(1).LogsOutEverywhere(1)),
        Case("another token of the device", "MTX-LOGOUT-09", Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "A", 2).LogsOut(2).Accepts(1)),
        Case(
            "the token before a refresh",
            "MTX-LOGOUT-09",
            Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Tells(2, Alice, "A").LogsOut(2).Accepts(1)),
        Case("the refresh token of the device", "MTX-LOGOUT-10", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Renews(1, 2)),
        Case(
            "a token of another device, after a logout everywhere",
            "MTX-LOGOUTALL-02",
            Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2).LogsOutEverywhere(1).Accepts(2)),
        Case(
            "a refresh token of another device, after a logout everywhere",
            "MTX-LOGOUTALL-06",
            Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2).LogsOutEverywhere(1).Renews(2, 3)),
        Case(
            "the token of a logout everywhere, at a second one",
            "MTX-LOGOUTALL-12",
            Begin().LogsIn(Alice, "A", 1).LogsOutEverywhere(1).LogsOutEverywhere(1)),
        Case(
            "a refresh token whose access token was used",
            "MTX-REFRESH-06",
            Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Accepts(2).Renews(1, 3)),
        Case(
            "a refresh token whose successor was used",
            "MTX-REFRESH-07",
            Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Renews(2, 3).Renews(1, 4)),
        Case(
            "a token of a login, beyond its lifetime",
            "MTX-LOGIN-32",
            Begin().LogsIn(Alice, "A", 1, expiresInMs: 1000).After(4 * Second).Accepts(1)),
        Case(
            "a token of a refresh, beyond its lifetime",
            "MTX-REFRESH-14",
            Begin().LogsIn(Alice, "A", 1).Renews(1, 2, expiresInMs: 1000).After(4 * Second).Accepts(2)),
        Case("a token, beyond the tolerance", "MTX-LOGOUT-02", Begin(Second).LogsIn(Alice, "A", 1).LogsOut(1).After(2 * Second).Accepts(1)),
        Case("a token that is closed by the suite itself", "MTX-LOGOUT-02", Begin().LogsIn(Alice, "A", 1).Accepts(1).LogsOut(1).Accepts(1)),
        Case("the token of a logout everywhere", "MTX-LOGOUTALL-02", Begin().LogsIn(Alice, "A", 1).LogsOutEverywhere(1).Accepts(1)),
        Case(
            "a token of another device, at a second logout everywhere",
            "MTX-LOGOUTALL-02",
            Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2).LogsOutEverywhere(1).LogsOutEverywhere(2)),
        Case("a token, when the tolerance is just over", "MTX-LOGOUT-02", Begin(0.01 * Second).LogsIn(Alice, "A", 1).LogsOut(1).Accepts(1)),
        Case(
            "the token of a logout, on a device that was not asked for",
            "MTX-LOGOUT-02",
            Begin().LogsIn(Alice, "a", 1).Asking("A").LogsOut(1).Accepts(1)),
        Case(
            "the token of a registration",
            "MTX-LOGOUT-02",
            Begin()
                .Call(MatrixEndpoints.Register, null, 200, new { user_id = Alice, device_id = "A", access_token = Access(1) })
                .LogsOut(1)
                .Accepts(1)),
        Case(
            "the token of a logout, in the query",
            "MTX-LOGOUT-02",
            Begin()
                .LogsIn(Alice, "A", 1)
                .Call(MatrixEndpoints.Logout, null, 200)
                .Querying($"access_token={Uri.EscapeDataString(Access(1))}")
                .Accepts(1)),
        Case(
            "the token of a logout, in a header in small letters",
            "MTX-LOGOUT-02",
            Begin().LogsIn(Alice, "A", 1).LogsOut(1).Sending("authorization", $"Bearer {Access(1)}").Accepts(1)),
        Case(
            "the token of a logout, at a call that is answered with 202",
            "MTX-LOGOUT-02",
            Begin().LogsIn(Alice, "A", 1).LogsOut(1).Call(MatrixEndpoints.RenameDevice, Access(1), 202)),
        Case(
            "another token of a device that was asked for",
            "MTX-LOGOUT-09",
            Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "A", 2).Asking("A").LogsOut(2).Accepts(1)),
        Case(
            "another token of a device that the server does not name again",
            "MTX-LOGOUT-09",
            Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "A", 2).Tells(2, Alice, null).LogsOut(2).Accepts(1)),
        Case("another token of the device, whose login was sent a refresh token", "MTX-LOGOUT-09", Begin()
            .LogsIn(Alice, "A", 1)
            .LogsIn(Alice, "A", 2)
            .But(exchange => exchange with { Request = exchange.Request with { Body = $$"""{"refresh_token":"{{Refresh(1)}}"}""" } })
            .LogsOut(2)
            .Accepts(1)),
        Case(
            "the refresh token that came with a token that was told",
            "MTX-LOGOUT-10",
            Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Tells(2, Alice, "A").LogsOut(2).Renews(2, 3)),
        Case("a refresh token that was named again", "MTX-LOGOUT-10", Begin().LogsIn(Alice, "A", 1)
            .Call(MatrixEndpoints.Refresh, null, 200, new { access_token = Access(2), refresh_token = Refresh(1) }, new
            {
                refresh_token = Refresh(1),
            })
            .LogsOut(1)
            .Renews(1, 3)),
        Case(
            "a refresh token whose access token was used, before all else that ends it",
            "MTX-REFRESH-06",
            Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Tells(2, Alice, "A").LogsOutEverywhere(2).Renews(1, 3)),
        Case("the token of a deleted device", "MTX-DEV-11", Alices().Deletes(1, "B").Accepts(2)),
        Case(
            "the token of a deleted device with an unusual id",
            "MTX-DEV-11",
            Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "b/%é", 2).Deletes(1, "b/%é").Accepts(2)),
        Case("the token that has deleted its own device", "MTX-DEV-13", Alices().Deletes(1, "A").Accepts(1)),
        Case("the token of a device that was deleted in a list", "MTX-DEV-18", Alices().DeletesAll(1, "C", "B").Accepts(2)),
        Case("the refresh token of a deleted device", "MTX-DEV-14", Alices().Deletes(1, "B").Renews(2, 3)),
        Case("the refresh token of a device that was deleted in a list", "MTX-DEV-14", Alices().DeletesAll(1, "B").Renews(2, 3)),
    ];

    [TestCaseSource(nameof(Violations))]
    public void Accuses_the_row_of_what_ended_it(Story story, string row) =>
        story.Rows().Should().Contain(row).And.OnlyContain(each => each == row);
}
