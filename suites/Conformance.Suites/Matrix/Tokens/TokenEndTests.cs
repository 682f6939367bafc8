using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>How the end of a token is told, where the requirement on its end says nothing of that.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class TokenEndTests(MatrixTarget target)
{
    private const string Relogin = "a login on its device";
    private const string LogoutEverywhere = "the end of all sessions";
    private const string Deletion = "the deletion of its device";

    [Test, Requirement("MTX-TOK-05")]
    public async Task Calls_a_token_unknown_that_a_login_on_its_device_has_ended()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.AssumeBoundToItsDevice();

        var again = await account.LogInAgainOn(phone);
        await again.AssumeOnDeviceOf(phone);
        await again.NeedsEndOf(phone.AccessToken, "MTX-LOGIN-09");

        await phone.ShouldBeRefused(MatrixErrors.UnknownToken);
        await again.AssumeAccepted();
    }

    [Test, Requirement("MTX-TOK-05")]
    public async Task Calls_a_token_unknown_that_another_one_of_its_device_has_logged_out()
    {
        var account = await target.Accounts.Lease();
        var (older, newer) = await account.LogInTwiceOnOneDevice();
        await newer.LogOut();
        var laptop = await account.LiveSession();
        await laptop.NeedsEndOf(older, "MTX-LOGOUT-09");

        var whoami = await laptop.Client.WhoAmI(older);

        whoami.Promise(answer => answer.BeRefusedWith(MatrixErrors.UnknownToken));
        await laptop.AssumeAccepted();
    }

    [Test, Requirement("MTX-TOK-05")]
    public async Task Calls_a_refresh_token_unknown_as_an_access_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.AssumeAccepted();
        await phone.NeedsEndOf(phone.RefreshToken!, "MTX-TOK-12");

        var whoami = await phone.Client.WhoAmI(phone.RefreshToken);

        whoami.Promise(answer => answer.BeRefusedWith(MatrixErrors.UnknownToken));
        await phone.RefreshAndUse();
    }

    [TestCase(Relogin, "MTX-LOGIN-09"), TestCase(LogoutEverywhere, "MTX-LOGOUTALL-06"), TestCase(Deletion, "MTX-REFRESH-13")]
    [Requirement("MTX-REFRESH-08")]
    public async Task Calls_a_refresh_token_unknown_that_ended_with(string end, string judge)
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = end is LogoutEverywhere ? await target.LeaseToEndAllSessions() : await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.RefreshAndUse();
        await End(phone, end);
        await phone.WaitOutRevocation();

        var answer = await phone.TryRefresh();

        answer.NeedsRefusal(judge).Promise(refusal => refusal.BeRefusedWith(MatrixErrors.UnknownToken));
        await (await account.LogIn(wantsRefreshToken: true)).RefreshAndUse();
    }

    private static async Task End(MatrixSession session, string end)
    {
        switch (end)
        {
            case Relogin:
                await session.Account.LogInAgainOn(session, wantsRefreshToken: true);
                break;
            case LogoutEverywhere:
                await session.LogOutEverywhere();
                break;
            default:
                await (await session.Account.LogIn()).DeleteDevice(session);
                break;
        }
    }
}
