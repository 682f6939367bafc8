using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /login: who is let in by password, and as whom.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LoginTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGIN-01")]
    public async Task Lets_in_by_full_user_id()
    {
        var account = await target.Accounts.Lease();
        var known = await account.LiveSession();

        await account.ShouldLogIn(account.PasswordLogin(known.UserId), login => login.HaveText("/user_id", known.UserId));

        await known.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-02")]
    public async Task Lets_in_by_localpart()
    {
        var account = await target.Accounts.Lease();
        var known = await account.LiveSession();
        var localpart = known.ParsedUserId().Localpart;

        await account.ShouldLogIn(account.PasswordLogin(localpart), login => login.HaveText("/user_id", known.UserId));

        await known.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-02")]
    public async Task Lets_in_by_localpart_as_nobody_else()
    {
        var account = await target.Accounts.Lease();

        var login = await account.TryLogInWith(account.LoginByLocalpart());

        login.Assume(answer => answer.NotRefuseCredentials()).Promise(answer => answer.BeLogin().NotBeOfAnother(target, account));
    }

    [Test, Requirement("MTX-LOGIN-20")]
    public async Task Lets_in_by_the_deprecated_member_for_the_user()
    {
        var account = await target.Accounts.Lease();
        var known = await account.LiveSession();
        var deprecated = account.PasswordLogin().Without("identifier").With("user", account.User);

        await account.ShouldLogIn(deprecated, login => login.HaveText("/user_id", known.UserId));

        await known.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-03")]
    public async Task Issues_a_token_that_is_known_to_be_of_that_user_and_device()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogInWith(account.PasswordLogin().Without("device_id"));

        var whoami = await phone.WhoAmI();

        whoami.Promise(answer => answer.HaveStatus(200).HaveText("/user_id", phone.UserId).HaveText("/device_id", phone.DeviceId));
    }

    [Test, Requirement("MTX-LOGIN-36")]
    public async Task Ignores_an_access_token_that_is_sent_along()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var phone = await account.ShouldLogIn(account.PasswordLogin(), token: target.BogusToken());

        await phone.ShouldBeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-37")]
    public async Task Lets_in_by_the_user_id_in_capitals()
    {
        var account = await target.Accounts.Lease();
        var known = await account.LiveSession();
        var shouted = known.UserIdInCapitals();

        var phone = await account.ShouldLogIn(account.PasswordLogin(shouted), login => login.HaveText("/user_id", known.UserId));

        await phone.ShouldBeAccepted();
    }
}
