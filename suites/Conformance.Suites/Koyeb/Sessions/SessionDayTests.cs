using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>Sessions from beginning to end, as real clients use them.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class SessionDayTests(KoyebTarget target)
{
    [Test, Requirement("KOY-LOGOUT-09")]
    public async Task Lets_the_user_in_again_after_a_day_with_the_dashboard()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();
        await session.AssumeRefreshes();
        await session.AssumeAccepted();
        await session.LogOut();
        await session.AssumeEnded();

        var login = await account.TryLogIn();

        login.PromiseFirst(answer => answer.HaveSuccessStatus().HaveTextAt("/token/id"));
        await account.Open(login).ShouldBeAccepted();
    }

    [Test, Requirement("KOY-LOGOUT-03")]
    public async Task Kills_the_refreshed_token_of_one_of_two_devices()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = await account.LogInTwice();
        await phone.AssumeRefreshes();
        await laptop.AssumeRefreshes();
        await laptop.AssumeAccepted();
        await phone.AssumeAccepted();

        await phone.LogOut();

        await phone.ShouldBeRefused();
        target.Observe("other device after the logout", await laptop.Fate());
        await account.AssumeLetsIn(laptop);
    }

    [Test, Requirement("KOY-SESS-03")]
    public async Task Keeps_the_session_that_began_another()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        var another = await session.BeginAnother();

        await session.ShouldBeUnharmed();
        await another.LogOut();
        await another.AwaitEnd();
        target.Observe("session that began another, after the logout of that one", await session.Fate());
    }
}
