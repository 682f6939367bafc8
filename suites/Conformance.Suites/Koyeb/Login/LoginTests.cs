using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>POST /v1/account/login: who knows the password is let in, and told as whom.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class LoginTests(KoyebTarget target)
{
    [Test, Requirement("KOY-LOGIN-01")]
    public async Task Answers_as_documented()
    {
        var account = await target.Accounts.Lease();

        var login = await account.TryLogInBesideOthers();

        login.ShouldSucceedAs(KoyebEndpoints.Login);
    }

    [Test, Requirement("KOY-LOGIN-01")]
    public async Task Answers_the_first_login_as_documented()
    {
        var account = await target.Accounts.Lease();

        var login = await account.TryAgain();

        login.Assume(answer => answer.NotRefuseCredentials()).ShouldSucceedAs(KoyebEndpoints.Login);
    }

    [Test, Requirement("KOY-LOGIN-02")]
    public async Task Hands_out_a_token_at_the_first_login()
    {
        var account = await target.Accounts.Lease();

        var login = await account.TryAgain();

        login.Assume(answer => answer.HaveSuccessStatus()).Promise(answer => answer.HaveTextAt("/token/id"));
    }

    [Test, Requirement("KOY-LOGIN-02")]
    public async Task Hands_out_a_token()
    {
        var account = await target.Accounts.Lease();

        var login = await account.TryLogInBesideOthers();

        login.Assume(answer => answer.HaveSuccessStatus()).Promise(answer => answer.HaveTextAt("/token/id"));
    }

    [Test, Requirement("KOY-LOGIN-03")]
    public async Task Hands_out_a_token_that_is_accepted()
    {
        var account = await target.Accounts.Lease();
        var login = await account.TryLogInBesideOthers();
        login.Assume(answer => answer.HaveSuccessStatus().HaveTextAt("/token/id"));
        var session = account.Open(login);

        login.PromiseFirst(answer => answer.HaveSendableToken("/token/id"));
        await session.ShouldBeAccepted();
    }

    [Test, Requirement("KOY-LOGIN-06")]
    public async Task Tells_a_user()
    {
        var account = await target.Accounts.Lease();

        var session = await account.LogIn();

        session.Begun.Promise(login => login.HaveTextAt("/token/user_id"));
    }

    [Test, Requirement("KOY-LOGIN-06")]
    public async Task Tells_two_users_apart()
    {
        var (one, other) = await target.Accounts.LeaseTwo();
        var first = await one.LogIn();
        var user = first.Begun.Assume(login => login.HaveTextAt("/token/user_id")).Text("/token/user_id")!;

        var second = await other.LogIn();

        second.Begun.Promise(login => login.NotHaveText("/token/user_id", user));
    }

    [Test, Requirement("KOY-LOGIN-06")]
    public async Task Tells_the_user_of_the_profile()
    {
        target.Needs(Capabilities.Profile);
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        var profile = await session.Client.Profile(session.Token);
        profile.Assume(answer => answer.HaveStatus(200).HaveTextAt("/user/id"));

        session.Begun.Promise(login => login.HaveText("/token/user_id", profile.Text("/user/id")!));
    }

    [Test, Requirement("KOY-LOGIN-08")]
    public async Task Keeps_the_first_session_beside_the_second()
    {
        var account = await target.Accounts.Lease();
        var first = await account.LogIn();
        await first.AssumeAccepted();

        var second = await account.LogIn();

        await first.ShouldStayAccepted();
        await second.ShouldBeAccepted();
        await first.ShouldBeUnharmed();
    }
}
