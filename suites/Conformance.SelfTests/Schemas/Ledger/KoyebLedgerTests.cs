using Conformance.Record.Exchanges;
using Conformance.Record.Targets;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.Ledger;
using Conformance.Schemas.Ledger.Koyeb;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Schemas.Ledger.StoryCases;

namespace Conformance.SelfTests.Schemas.Ledger;

/// <summary>The ledger of the SessionApi: what ends a token, whom a call must not harm, and what no document says.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class KoyebLedgerTests
{
    private static IEnumerable<TestCaseData<Story, string>> Violations =>
    [
        Case("accepted after logout", "KOY-LOGOUT-03", Ask(LogOut(LogIn(Begin(), "u", 1), 1), 1)),
        Case("refreshed after logout", "KOY-LOGOUT-04", Renew(LogOut(LogIn(Begin(), "u", 1), 1), 1, 2)),
        Case("a logout ends another user's session", "KOY-LOGOUT-10", Ask(LogOut(Two("v"), 1), 2, 401)),
        Case("a logout with an unknown token ends a session", "KOY-LOGOUT-07", Ask(LogOut(Two("v"), 99, 401), 2, 401)),
        Case("a login ends the session before", "KOY-LOGIN-08", Ask(LogIn(Two("v"), "v", 3), 2, 401)),
        Case("a failed login ends a session", "KOY-LOGIN-21", Ask(Two("v").Call(KoyebEndpoints.Login, null, 401), 2, 401)),
        Case("a refresh ends another session", "KOY-REFRESH-13", Ask(Renew(Two("u"), 1, 3), 2, 401)),
        Case(
            "a new session ends that of its caller",
            "KOY-SESS-03",
            Ask(Two("u").Call(KoyebEndpoints.NewSession, Token(2), 200, Reply("u", 3)), 2, 401)),
        Case(
            "a switch ends the session of its caller",
            "KOY-SWITCH-01",
            Ask(Two("u").Call(KoyebEndpoints.SwitchOrganization, Token(2), 200, Reply("u", 3)), 2, 401)),
        Case("a login by mail ends a session", "KOY-PWLESS-09", Ask(Two("u").Call(KoyebEndpoints.PasswordlessLogin, null, 200), 2, 401)),
        Case("a wrong method ends a session", "KOY-LOGOUT-11", Ask(Two("u").CallWith("GET", KoyebEndpoints.Logout, Token(2), 405), 2, 401)),
        Case(
            "accepted by a switch after logout",
            "KOY-LOGOUT-03",
            LogOut(LogIn(Begin(), "u", 1), 1).Call(KoyebEndpoints.SwitchOrganization, Token(1), 200, Reply("u", 2))),
        Case("refreshed in place after logout", "KOY-LOGOUT-04", Renew(LogOut(LogIn(Begin(), "u", 1), 1), 1, 1)),
        Case(
            "a logout ends another user's session, as a new session shows",
            "KOY-LOGOUT-10",
            LogOut(Two("v"), 1).Call(KoyebEndpoints.NewSession, Token(2), 401)),
        Case("a logout ends another user's session, before a question", "KOY-LOGOUT-10", Ask(Ask(LogOut(Two("v"), 1), 1, 401), 2, 401)),
        Case(
            "a logout ends another user's session, after a login that was refused for its pace",
            "KOY-LOGOUT-10",
            Ask(LogOut(Two("v").Call(KoyebEndpoints.Login, null, 429), 1), 2, 401)),
        Case(
            "a logout ends a session that was handed out expired",
            "KOY-LOGOUT-10",
            Ask(
                LogOut(
                    Ask(
                        LogIn(Begin(), "u", 1).Call(KoyebEndpoints.Login, null, 200, Expiring("v", 2, "1969-12-31T23:59:59Z")).But(Dated),
                        2),
                    1),
                2,
                401)),
        Case(
            "a logout without a token ends a session of nobody knows whom",
            "KOY-LOGOUT-10",
            Ask(Two(null).Call(KoyebEndpoints.Logout, null, 200), 2, 401)),
    ];

    private static IEnumerable<TestCaseData<Story>> Open =>
    [
        Case("a logout ends the other sessions of the user", Ask(LogOut(Two("u"), 1), 2, 401)),
        Case("a refresh ends the token that it replaces", Ask(Renew(Two("u"), 2, 3), 2, 401)),
        Case("a refresh renews in place, after a logout of another", Ask(Renew(LogOut(Two("u"), 1), 2, 2), 2)),
        Case(
            "a switch to an organization of nobody is refused with 401",
            Two("u")
                .Call(KoyebEndpoints.SwitchOrganization, Token(2), 200, Reply("u", 3))
                .Call(KoyebEndpoints.SwitchOrganization, Token(2), 401)),
        Case(
            "a token lives to the end of the calendar",
            Ask(Begin().Call(KoyebEndpoints.Login, null, 200, Expiring("u", 1, "9999-12-31T23:59:59Z")).But(Dated), 1)),
        Case("a second logout succeeds", LogOut(LogOut(LogIn(Begin(), "u", 1), 1), 1)),
        Case("a logout of nobody knows whom ends a session", Ask(LogOut(Ask(LogIn(LogIn(Begin(), null, 1), "v", 2), 2), 1), 2, 401)),
        Case("a logout ends a session of nobody knows whom", Ask(LogOut(Two(null), 1), 2, 401)),
        Case("a logout that failed", Ask(LogOut(LogIn(Begin(), "u", 1), 1, 500), 1)),
        Case("a refresh that failed ends its token", Ask(Two("u").Call(KoyebEndpoints.Refresh, Token(2), 500), 2, 401)),
        Case("a refresh leaves the token that it replaces", Ask(Renew(Two("u"), 2, 3), 2)),
        Case("a login that failed names a token", Ask(Begin().Call(KoyebEndpoints.Login, null, 500, Reply("u", 1)), 1, 401)),
        Case("a call that needs no token", LogOut(LogIn(Begin(), "u", 1), 1).Call(KoyebEndpoints.PasswordlessLogin, Token(1), 200)),
        Case("another refusal than that of a token", Ask(LogOut(Two("v"), 1), 2, 403)),
        Case("another success than that of a token", Ask(LogOut(LogIn(Begin(), "u", 1), 1), 1, 204)),
    ];

    private static IEnumerable<TestCaseData<Story>> Unexplained =>
    [
        Case("a login of another user", Ask(LogIn(Two("v"), "w", 3), 2, 401)),
        Case("a logout of which a gateway has answered", Ask(LogOut(Two("v"), 1, 504), 2, 401)),
        Case(
            "a second refresh with the token that was replaced",
            Ask(Ask(Renew(Two("u"), 2, 3), 3).Call(KoyebEndpoints.Refresh, Token(2), 401), 3, 401)),
    ];

    [TestCaseSource(nameof(Violations))]
    public void Accuses_the_row(Story story, string row) => story.Rows().Should().Equal(row);

    [TestCaseSource(nameof(Open))]
    public void Accuses_nobody_where_no_document_says(Story story)
    {
        story.Rows().Should().BeEmpty();
        story.Judged().Victims.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Unexplained))]
    public void Calls_it_a_victim_where_a_call_did_it_that_no_row_is_about(Story story)
    {
        story.Rows().Should().BeEmpty();
        story.Judged().UnexplainedSince(1).Should().NotBeNull();
    }

    [Test]
    public void Leaves_tokens_alone_that_nobody_can_end() =>
        Ask(LogOut(LogIn(new Story(KoyebSessionContract.Stateless), "u", 1), 1), 1).Rows().Should().BeEmpty();

    [Test]
    public void Keeps_the_ledger_that_the_target_file_asks_for()
    {
        var target = new TargetDescription
        {
            Name = "t",
            Dialect = "koyeb",
            BaseUrl = "http://server.example",
            PathPrefix = "",
            Edition = "s21",
            RevocationMilliseconds = 1500,
        };

        KnownContracts.Koyeb.LedgerOf(target).Should().Be(new LedgerOfTarget(KoyebSessionContract.Instance, TimeSpan.FromSeconds(1.5)));
        KnownContracts.Koyeb.LedgerOf(target with { StatelessTokens = true })!.Contract.Should().Be(KoyebSessionContract.Stateless);
        KnownContracts.Koyeb.LedgerOf(target with { RevocationMilliseconds = null }).Should().BeNull();
    }

    private static Story Begin() => new(KoyebSessionContract.Instance);

    private static Story Two(string? second) => Ask(LogIn(LogIn(Begin(), "u", 1), second, 2), 2);

    private static Story LogIn(Story story, string? user, int number) => story.Call(KoyebEndpoints.Login, null, 200, Reply(user, number));

    private static Story Ask(Story story, int number, int status = 200) => story.Call(KoyebEndpoints.Profile, Token(number), status);

    private static Story LogOut(Story story, int number, int status = 200) => story.Call(KoyebEndpoints.Logout, Token(number), status);

    private static Story Renew(Story story, int number, int next) =>
        story.Call(KoyebEndpoints.Refresh, Token(number), 200, Reply("u", next));

    private static object Expiring(string user, int number, string when) =>
        new { token = new { id = Token(number), user_id = user, expires_at = when } };

    private static Exchange Dated(Exchange exchange) =>
        exchange with { Response = exchange.Response! with { Headers = [new Header("Date", "Thu, 01 Jan 1970 00:00:00 GMT")] } };

    private static object Reply(string? user, int number) => new { token = new { id = Token(number), user_id = user } };

    private static string Token(int number) => $"<access-token#{number}>";
}
