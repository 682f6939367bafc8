using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Waiting;

namespace Conformance.Suites.Koyeb;

/// <summary>DELETE /v1/account/logout: the token dies, and nobody else notices.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class LogoutTests(KoyebTarget target)
{
    // Time for one logout and login, so that the turn comes between two of them.
    private static readonly TimeSpan ShortlyBefore = TimeSpan.FromMilliseconds(20);

    private static IEnumerable<TestCaseData> Origins =>
        KoyebOrigin.All.Select(origin => new TestCaseData(origin).SetArgDisplayNames(origin.Name));

    [Test, Requirement("KOY-LOGOUT-01")]
    public async Task Succeeds_without_a_body()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        var answer = await session.TryLogOut();

        answer.Promise(logout => logout.HaveStatus(200));
    }

    [Test, Requirement("KOY-LOGOUT-02")]
    public async Task Answers_with_an_object()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();

        var answer = await session.TryLogOut();

        answer.Assume(logout => logout.HaveSuccessStatus())
            .Promise(logout => logout.BeJsonObject(), ReplyAssertions.EmptyBody);
    }

    [Test, Requirement("KOY-LOGOUT-08")]
    public async Task Does_something_with_the_other_sessions_of_the_user()
    {
        var account = await target.Accounts.Lease();
        var (session, other) = await account.LogInTwice();
        await other.AssumeAccepted();

        await session.LogOut();
        await session.AwaitEnd();

        target.Observe("other session of the user after a logout", (await other.Probe()).Status == 200 ? "kept" : "ended");
    }

    [Test, Requirement("KOY-LOGOUT-09")]
    public async Task Lets_the_user_in_again()
    {
        var account = await target.Accounts.LeaseToBeLetIn();
        await account.AssumeHasLoggedOut();

        var login = await account.TryLogIn();

        login.PromiseFirst(answer => answer.HaveSuccessStatus().HaveTextAt("/token/id"));
        await account.Open(login).ShouldBeAccepted();
    }

    [Test, Requirement("KOY-LOGOUT-09")]
    public async Task Lets_the_user_in_again_within_the_second_and_across_its_turn()
    {
        using var connection = target.OnOneConnection();
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();

        session = await session.ShouldBeFollowedAtOnce(times: 3);
        await Polling.PauseBeforeTurnOfSecond(ShortlyBefore);
        await session.ShouldBeFollowedAtOnce(times: 3);
    }

    [TestCaseSource(nameof(Origins)), Requirement("KOY-LOGOUT-10")]
    public async Task Keeps_the_sessions_of_other_users(KoyebOrigin origin)
    {
        var (owner, neighbour) = await origin.LeaseTwo(target);
        var session = await origin.Open(owner);
        var bystander = await neighbour.LogIn();
        await bystander.AssumeAcceptedAsItIs();

        await session.LogOut();
        await session.AwaitEnd();

        await bystander.ShouldBeUnharmed();
    }
}
