using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /refresh: what gets no access token.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class RefreshRefusalTests(MatrixTarget target)
{
    [Test, Requirement("MTX-REFRESH-08")]
    public async Task Refuses_a_token_that_never_was_one()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.RefreshAndUse();

        var answer = await phone.TryRefresh(target.BogusToken());

        answer.Promise(refusal => refusal.BeRefusedWith(MatrixErrors.UnknownToken));
        await phone.RefreshAndUse();
    }

    [TestCase("""{}""")]
    [TestCase("""{"refresh_token":null}""")]
    [TestCase("""{"refresh_token":1}""")]
    [TestCase("""{"refresh_token":{}}""")]
    [TestCase("""{"refresh_token":["x"]}""")]
    [Requirement("MTX-REFRESH-10")]
    public async Task Refuses_a_body_without_a_token(string body)
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);

        var answer = await phone.TryRefresh(Call.Labelled(body, "application/json"));

        answer.PromiseBadRequest();
        await phone.RefreshAndUse();
    }

    [Test, Requirement("MTX-REFRESH-17")]
    public async Task Does_not_take_an_access_token_for_a_refresh_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.RefreshAndUse();

        var answer = await phone.TryRefresh(phone.AccessToken);

        answer.Promise(refusal => refusal.HaveStatus(401));
        await phone.RefreshAndUse();
    }

    [Test, Requirement("MTX-REFRESH-17")]
    public async Task Does_not_take_a_login_token_for_a_refresh_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        target.Needs(Capabilities.LoginTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        var loginToken = await phone.TakeLoginToken();

        var answer = await phone.TryRefresh(loginToken);

        answer.Promise(refusal => refusal.HaveStatus(401));
        // A login token that was taken for what it is not may be used up by that.
        if (answer.Status == 401)
            (await account.TryLogInWith(loginToken)).Assume(login => login.HaveStatus(200));

        await phone.RefreshAndUse();
    }
}
