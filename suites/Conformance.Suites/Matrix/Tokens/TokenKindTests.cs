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

        answer.Promise(whoami => whoami.BeRefused());
        // A refresh token that was taken for what it is not may be used up by that.
        if (answer.Is(whoami => whoami.BeRefused()))
        {
            await phone.Refresh();
            await phone.AssumeAccepted();
        }
    }

    [Test, Requirement("MTX-TOK-12")]
    public async Task Refuses_a_login_token()
    {
        target.Needs(Capabilities.LoginTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        var loginToken = await phone.TakeLoginToken();

        var answer = await phone.Client.WhoAmI(loginToken);

        answer.Promise(whoami => whoami.BeRefused());
        var login = await account.TryLogInWith(loginToken);
        if (answer.Is(whoami => whoami.BeRefused()))
            login.Assume(opened => opened.HaveStatus(200));
    }

    [Test, Requirement("MTX-TOK-12")]
    public async Task Refuses_a_session_of_user_interactive_authentication()
    {
        target.Needs(Capabilities.LoginTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        var authentication = await phone.BeginAuthentication();

        var answer = await phone.Client.WhoAmI(authentication);

        answer.Promise(whoami => whoami.BeRefused());
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
