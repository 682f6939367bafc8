using Conformance.Schemas.Endpoints;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Ledger.MatrixStory;

namespace Conformance.SelfTests.Ledger;

/// <summary>A token that is accepted after its end violates the row of what ended it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MatrixAfterlifeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static IEnumerable<TestCaseData<Story, string>> Violations =>
    [
        Case("the token of a logout", "MTX-LOGOUT-02", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Accepts(1)),
        Case("the token of a logout, at a second one", "MTX-LOGOUT-08", Begin().LogsIn(Alice, "A", 1).LogsOut(1).LogsOut(1)),
        Case("the token of a logout, at a logout everywhere", "MTX-LOGOUT-02", Begin().LogsIn(Alice, "A", 1).LogsOut(1).LogsOutEverywhere(1)),
        Case("another token of the device", "MTX-LOGOUT-09", Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "A", 2).LogsOut(2).Accepts(1)),
        Case("the token before a refresh", "MTX-LOGOUT-09", Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Tells(2, Alice, "A").LogsOut(2).Accepts(1)),
        Case("the refresh token of the device", "MTX-LOGOUT-10", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Renews(1, 2)),
        Case("a token of another device, after a logout everywhere", "MTX-LOGOUTALL-02", Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2).LogsOutEverywhere(1).Accepts(2)),
        Case("a refresh token of another device, after a logout everywhere", "MTX-LOGOUTALL-06", Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2).LogsOutEverywhere(1).Renews(2, 3)),
        Case("the token of a logout everywhere, at a second one", "MTX-LOGOUTALL-12", Begin().LogsIn(Alice, "A", 1).LogsOutEverywhere(1).LogsOutEverywhere(1)),
        Case("a refresh token whose access token was used", "MTX-REFRESH-06", Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Accepts(2).Renews(1, 3)),
        Case("a refresh token whose successor was used", "MTX-REFRESH-07", Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Renews(2, 3).Renews(1, 4)),
        Case("a token of a login, beyond its lifetime", "MTX-LOGIN-32", Begin().LogsIn(Alice, "A", 1, expiresInMs: 1000).After(4 * Second).Accepts(1)),
        Case("a token of a refresh, beyond its lifetime", "MTX-REFRESH-14", Begin().LogsIn(Alice, "A", 1).Renews(1, 2, expiresInMs: 1000).After(4 * Second).Accepts(2)),
        Case("a token, beyond the tolerance", "MTX-LOGOUT-02", Begin(Second).LogsIn(Alice, "A", 1).LogsOut(1).After(2 * Second).Accepts(1)),
        Case("a token that is closed by the suite itself", "MTX-LOGOUT-02", Begin().LogsIn(Alice, "A", 1).Accepts(1).LogsOut(1).Accepts(1)),
    ];

    private static IEnumerable<TestCaseData<Story>> Honest =>
    [
        Case("within the tolerance", Begin(Second).LogsIn(Alice, "A", 1).LogsOut(1).Accepts(1).After(Second).Refuses(1)),
        Case("asked before the logout was answered", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Taking(Second).Accepts(1)),
        Case("a long poll that began before the logout", Begin().LogsIn(Alice, "A", 1).Accepts(1).Taking(Second).LogsOut(1)),
        Case("a logout without an answer", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Unanswered().Accepts(1).LogsOut(1)),
        Case("a logout that was sent again by itself, and found its work done", Begin().LogsIn(Alice, "A", 1).Accepts(1).LogsOut(1, 401).Refuses(1)),
        Case("a logout that failed", Begin().LogsIn(Alice, "A", 1).LogsOut(1, 500).Accepts(1)),
        Case("a page of a gateway", Begin().LogsIn(Alice, "A", 1).LogsOut(1).But(exchange => exchange with { Response = exchange.Response! with { Body = "<html>" } }).Accepts(1)),
        Case("a token that is handed out again", Begin().LogsIn(Alice, "A", 1).LogsOut(1).LogsIn(Alice, "A", 1).Accepts(1)),
        Case("a new login on the device", Begin().LogsIn(Alice, "A", 1).LogsOut(1).LogsIn(Alice, "A", 2).Accepts(2)),
        Case("a token that a login hands out during the logout", Begin().LogsIn(Alice, "A", 1).LogsOutEverywhere(1).Taking(Second).LogsIn(Alice, "B", 2).Accepts(2)),
        Case("another user", Begin().LogsIn(Alice, "A", 1).LogsIn(Bob, "A", 2).LogsOutEverywhere(1).Accepts(2)),
        Case("a refresh token before its successors are used", Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Renews(1, 3)),
        Case("a refresh token that is named again", Begin().LogsIn(Alice, "A", 1).Renews(1, 1).Accepts(1).Renews(1, 1)),
        Case("the access token before a refresh", Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Accepts(2).Accepts(1)),
        Case("the token before a refresh, of which nobody has said that it kept the device", Begin().LogsIn(Alice, "A", 1).Renews(1, 2).LogsOut(2).Accepts(1)),
        Case("the token before a refresh that moved to another device", Begin().LogsIn(Alice, "A", 1).Renews(1, 2).Tells(2, Alice, "B").LogsOut(2).Accepts(1)),
        Case("another token of a device, of which the server did not keep the id", Begin().LogsIn(Alice, "a", 1).LogsIn(Alice, "a", 2).Asking("A").LogsOut(2).Accepts(1)),
        Case("another token of the device, at a logout that says nothing", Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "A", 2).LogsOut(2).LogsOut(1)),
        Case("another token of a device, on which the server says it is not", Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "A", 2).Tells(2, Alice, "B").LogsOut(2).Accepts(1)),
        Case("a token within its lifetime and the skew of clocks", Begin().LogsIn(Alice, "A", 1, expiresInMs: 1000).After(2 * Second).Accepts(1)),
        Case("two tokens at once, of which the server chose one", Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2).LogsOut(1)
            .But(exchange => exchange with { Request = exchange.Request with { Url = $"{exchange.Request.Url}?access_token={Access(2)}" } }).Accepts(1)),
        Case("a request for further authentication", Begin().LogsIn(Alice, "A", 1).LogsOut(1).Call(MatrixEndpoints.Devices, Access(1), 401, new { flows = Array.Empty<object>() })),
    ];

    [TestCaseSource(nameof(Violations))]
    public void Accuses_the_row_of_what_ended_it(Story story, string row) => story.Rows().Should().Contain(row).And.OnlyContain(each => each == row);

    [TestCaseSource(nameof(Honest))]
    public void Accuses_nobody_for_an_honest_record(Story story)
    {
        story.Rows().Should().BeEmpty();
        story.Judged().Victims.Should().BeEmpty();
    }

    private static TestCaseData<Story, string> Case(string name, string row, Story story) => new TestCaseData<Story, string>(story, row).SetArgDisplayNames(name);

    private static TestCaseData<Story> Case(string name, Story story) => new TestCaseData<Story>(story).SetArgDisplayNames(name);
}
