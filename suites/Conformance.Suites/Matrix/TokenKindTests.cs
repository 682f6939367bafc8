using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>Only access tokens are access tokens, and all of them can be sent.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class TokenKindTests(MatrixTarget target)
{
    [Test, Requirement("MTX-TOK-12")]
    public async Task Refuses_a_refresh_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.AssumeAccepted();

        var answer = await phone.Client.WhoAmI(phone.RefreshToken);

        answer.Promise(whoami => whoami.HaveStatus(401));
        await phone.Refresh();
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-TOK-12")]
    public async Task Refuses_a_login_token()
    {
        target.Needs(Capabilities.LoginTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var loginToken = await phone.TakeLoginToken();

        var answer = await phone.Client.WhoAmI(loginToken);

        answer.Promise(whoami => whoami.HaveStatus(401));
        (await account.TryLogInWith(loginToken)).Assume(login => login.HaveStatus(200));
    }

    [Test, Requirement("MTX-TOK-12")]
    public async Task Refuses_a_session_of_user_interactive_authentication()
    {
        target.Needs(Capabilities.LoginTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var challenge = await phone.Client.GetLoginToken(phone.AccessToken, new { });
        challenge.Assume(asked => asked.HaveStatus(401).HaveTextAt("/session"));

        var answer = await phone.Client.WhoAmI(challenge.Secret("/session"));

        answer.Promise(whoami => whoami.HaveStatus(401));
        await phone.AssumeAccepted();
    }

    [TestCase(false), TestCase(true)]
    [Requirement("MTX-TOK-13")]
    public async Task Hands_out_tokens_that_a_header_can_carry(bool wantsRefreshToken)
    {
        var account = await target.Accounts.Lease();
        var login = await account.TryLogIn(wantsRefreshToken: wantsRefreshToken);
        var session = account.Open(login);

        login.Promise(answer => answer.HaveSendableToken("/access_token"));

        target.Observe("access token", $"{session.AccessToken.Shape}");
        target.Observe("refresh token", session.RefreshToken is { } refreshToken ? $"{refreshToken.Shape}" : "none");
    }
}
