using Conformance.Schemas.Endpoints;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Schemas.Ledger.MatrixStory;
using static Conformance.SelfTests.Schemas.Ledger.StoryCases;

namespace Conformance.SelfTests.Schemas.Ledger;

/// <summary>A token that is accepted where nothing had ended it, or where it is not known, violates nothing.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MatrixHonestStoryTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static IEnumerable<TestCaseData<Story>> Honest =>
    [
        Case("a device that was not named", Alices().Deletes(1, "C").Accepts(2)),
        Case("a device that was not in the list", Alices().DeletesAll(1, "A").Accepts(2)),
        Case("a device of that id of another user", Begin().LogsIn(Alice, "A", 1).LogsIn(Bob, "B", 2).Deletes(1, "B").Accepts(2)),
        Case(
            "a device of that id, where no login said whose it is",
            Begin().LogsIn(null, "A", 1).LogsIn(null, "B", 2).Deletes(1, "B").Accepts(2)),
        Case(
            "a logout everywhere, where no login said whose it is",
            Begin().LogsIn(null, "A", 1).LogsIn(null, "B", 2).LogsOutEverywhere(1).Accepts(2)),
        Case("a deletion that was refused", Alices().Deletes(1, "B", status: 401).Accepts(2)),
        Case("a deletion without an answer", Alices().Deletes(1, "B").Unanswered().Accepts(2)),
        Case("a new login on a deleted device", Alices().Deletes(1, "B").LogsIn(Alice, "B", 3).Accepts(3)),
        Case("a token that was used while its device was deleted", Alices().Deletes(1, "B").Taking(Second).Accepts(2)),
        Case(
            "within the tolerance of a deletion",
            Begin(Second).LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2).Deletes(1, "B").Accepts(2).After(Second).Refuses(2)),
        Case("within the tolerance", Begin(Second).LogsIn(Alice, "A", 1).LogsOut(1).Accepts(1).After(Second).Refuses(1)),
        Case("asked before the logout was answered", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Taking(Second).Accepts(1)),
        Case("a long poll that began before the logout", Begin().LogsIn(Alice, "A", 1).Accepts(1).Taking(Second).LogsOut(1)),
        Case("a logout without an answer", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Unanswered().Accepts(1).LogsOut(1)),
        Case(
            "a logout that was sent again by itself, and found its work done",
            Begin().LogsIn(Alice, "A", 1).Accepts(1).LogsOut(1, 401).Refuses(1)),
        Case("a logout that failed", Begin().LogsIn(Alice, "A", 1).LogsOut(1, 500).Accepts(1)),
        Case(
            "a page of a gateway",
            Begin()
                .LogsIn(Alice, "A", 1)
                .LogsOut(1)
                .But(exchange => exchange with { Response = exchange.Response! with { Body = "<html>" } })
                .Accepts(1)),
        Case("a token that is handed out again", Begin().LogsIn(Alice, "A", 1).LogsOut(1).LogsIn(Alice, "A", 1).Accepts(1)),
        Case("a new login on the device", Begin().LogsIn(Alice, "A", 1).LogsOut(1).LogsIn(Alice, "A", 2).Accepts(2)),
        Case(
            "a token that a login hands out during the logout",
            Begin().LogsIn(Alice, "A", 1).LogsOutEverywhere(1).Taking(Second).LogsIn(Alice, "B", 2).After(Second).Accepts(2)),
        Case("another user", Begin().LogsIn(Alice, "A", 1).LogsIn(Bob, "A", 2).LogsOutEverywhere(1).Accepts(2)),
        Case("a refresh token before its successors are used", Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Renews(1, 3)),
        Case("a refresh token that is named again", Begin().LogsIn(Alice, "A", 1).Renews(1, 1).Accepts(1).Renews(1, 1)),
        Case("the access token before a refresh", Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Accepts(2).Accepts(1)),
        Case(
            "the token before a refresh, of which nobody has said that it kept the device",
            Begin().LogsIn(Alice, "A", 1).Renews(1, 2).LogsOut(2).Accepts(1)),
        Case(
            "the token before a refresh that moved to another device",
            Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Tells(2, Alice, "B").LogsOut(2).Accepts(1)),
        Case(
            "another token of a device, of which the server did not keep the id",
            Begin().LogsIn(Alice, "a", 1).LogsIn(Alice, "a", 2).Asking("A").LogsOut(2).Accepts(1)),
        Case(
            "another token of the device, at a logout that says nothing",
            Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "A", 2).LogsOut(2).LogsOut(1)),
        Case(
            "another token of a device, on which the server says it is not",
            Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "A", 2).Tells(2, Alice, "B").LogsOut(2).Accepts(1)),
        Case(
            "a token within its lifetime and the skew of clocks",
            Begin().LogsIn(Alice, "A", 1, expiresInMs: 1000).After(2 * Second).Accepts(1)),
        Case("two tokens at once, of which the server chose one", Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2).LogsOut(1)
            .But(exchange => exchange with { Request = exchange.Request with { Url = $"{exchange.Request.Url}?access_token={Access(2)}" } })
            .Accepts(1)),
        Case(
            "a request for further authentication",
            Begin().LogsIn(Alice, "A", 1).LogsOut(1).Call(MatrixEndpoints.Devices, Access(1), 401, new { flows = Array.Empty<object>() })),
        Case("a logout with a token that nobody has handed out", Begin().LogsIn(Alice, "A", 1).LogsOut(99).Accepts(1)),
        Case(
            "a logout with the scheme in small letters",
            Begin().LogsIn(Alice, "A", 1).LogsOut(1).Sending("Authorization", $"bearer {Access(1)}").Accepts(1)),
        Case(
            "a logout with a token and something else in the query",
            Begin().LogsIn(Alice, "A", 1).LogsOut(1).Querying("access_token=x").Accepts(1)),
        Case(
            "a logout with a token in the query and something else in the header",
            Begin().LogsIn(Alice, "A", 1).LogsOut(1).Sending("Authorization", "Basic x").Querying($"access_token={Access(1)}").Accepts(1)),
        Case(
            "a logout with a token under another name",
            Begin().LogsIn(Alice, "A", 1).Call(MatrixEndpoints.Logout, null, 200).Querying($"token={Access(1)}").Accepts(1)),
        Case("a call that needs no token", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Call(MatrixEndpoints.Versions, Access(1), 200)),
        Case("a call in the name of another user", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Accepts(1).Querying($"user_id={Bob}")),
        Case("a call in the name of another device", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Accepts(1).Querying("device_id=B")),
        Case(
            "a refresh that hands out nothing",
            Begin().LogsIn(Alice, "A", 1).LogsOut(1).Call(MatrixEndpoints.Refresh, null, 200, new { }, new { refresh_token = Refresh(1) })),
        Case(
            "a refresh that failed and hands out a token",
            Begin()
                .LogsIn(Alice, "A", 1)
                .LogsOut(1)
                .Renews(1, 2)
                .But(exchange => exchange with { Response = exchange.Response! with { Status = 500 } })),
        Case(
            "a refresh token whose access token was asked with, and not accepted",
            Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Refuses(2, softly: true).Renews(1, 3)),
        Case(
            "an access token that was traded in",
            Begin()
                .LogsIn(Alice, "A", 1)
                .Renews(1, 2)
                .But(exchange => exchange with { Request = exchange.Request with { Body = $$"""{"refresh_token":"{{Access(1)}}"}""" } })
                .Accepts(2)
                .Accepts(1)),
        Case(
            "the token of a refresh, of which nobody has said that it kept the device",
            Begin().LogsIn(Alice, "A", 1).Renews(1, 2).LogsOut(1).Accepts(2)),
        Case(
            "the token before a refresh, of which a failed call speaks",
            Begin()
                .LogsIn(Alice, "A", 1)
                .Renews(1, 2)
                .Tells(2, Alice, "A")
                .But(exchange => exchange with { Response = exchange.Response! with { Status = 500 } })
                .LogsOut(2)
                .Accepts(1)),
        Case(
            "the token before a refresh, of whose device another call speaks",
            Begin()
                .LogsIn(Alice, "A", 1)
                .Renews(1, 2)
                .Call(MatrixEndpoints.Device, Access(2), 200, new { user_id = Alice, device_id = "A" })
                .LogsOut(2)
                .Accepts(1)),
        Case(
            "another token of a device, of which the server says that it is another user's",
            Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "A", 2).Tells(2, Bob, "A").LogsOut(2).Accepts(1)),
        Case(
            "a token that expired while it was asked with",
            Begin().LogsIn(Alice, "A", 1, expiresInMs: 1000).After(2 * Second).Accepts(1).Taking(2 * Second)),
        Case(
            "a token whose lifetime began with a late answer",
            Begin().LogsIn(Alice, "A", 1, expiresInMs: 1000).Taking(2 * Second).After(4 * Second).Accepts(1)),
        Case(
            "a refresh token, beyond the lifetime of its access token",
            Begin().LogsIn(Alice, "A", 1, expiresInMs: 1000).After(4 * Second).Renews(1, 2)),
        Case(
            "a token of a registration, beyond its lifetime",
            Begin()
                .Call(MatrixEndpoints.Register, null, 200, new { user_id = Alice, access_token = Access(1), expires_in_ms = 1000 })
                .After(4 * Second)
                .Accepts(1)),
        Case("a token that outlives us all", Begin().LogsIn(Alice, "A", 1, expiresInMs: long.MaxValue).Accepts(1)),
        Case("a token of a negative lifetime", Begin().LogsIn(Alice, "A", 1, expiresInMs: -10_000).Accepts(1)),
        Case(
            "a clock that was set back before the logout",
            Begin().LogsIn(Alice, "A", 1).After(2 * Second).Accepts(1).After(-Second).LogsOut(1)),
    ];

    [TestCaseSource(nameof(Honest))]
    public void Accuses_nobody_for_an_honest_record(Story story)
    {
        story.Rows().Should().BeEmpty();
        story.Judged().Victims.Should().BeEmpty();
    }
}
