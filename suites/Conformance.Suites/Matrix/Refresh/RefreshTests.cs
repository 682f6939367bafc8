using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /refresh: a refresh token gets new tokens for the same session.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class RefreshTests(MatrixTarget target)
{
    [Test, Requirement("MTX-REFRESH-01")]
    public async Task Returns_a_new_access_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);

        var answer = await phone.TryRefresh();

        answer.Promise(refreshed => refreshed.BeSuccessOf(MatrixEndpoints.Refresh));
    }

    [Test, Requirement("MTX-REFRESH-01")]
    public async Task Has_the_endpoint_even_where_it_issues_no_refresh_tokens() =>
        await target.ShouldHaveRefreshWithoutIssuingTokens(target.BogusToken());

    [Test, Requirement("MTX-REFRESH-02")]
    public async Task Does_not_mind_an_unknown_access_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(wantsRefreshToken: true), await account.LogIn(wantsRefreshToken: true));
        await laptop.Refresh();

        var answer = await phone.TryRefresh(accessToken: target.BogusToken());

        answer.Promise(refreshed => refreshed.HaveStatus(200));
    }

    [Test, Requirement("MTX-REFRESH-02")]
    public async Task Does_not_mind_an_expired_access_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(wantsRefreshToken: true), await account.LogIn(wantsRefreshToken: true));
        await phone.WaitUntilExpired();
        await laptop.WaitUntilExpired();
        await laptop.Refresh();

        var answer = await phone.TryRefresh(accessToken: phone.AccessToken);

        answer.Promise(refreshed => refreshed.HaveStatus(200));
    }

    [Test, Requirement("MTX-REFRESH-03")]
    public async Task Keeps_user_and_device()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(wantsRefreshToken: true), await account.LogIn());
        await laptop.AssumeListed(phone);
        var devices = await laptop.AssumeDevices();
        await phone.AssumeOnItsDevice();

        for (var rotation = 0; rotation < 5; rotation++)
        {
            await phone.Refresh();
            await phone.ShouldKeepUserAndDevice();
        }

        await laptop.ShouldListNoNewDevice(devices);
        await phone.ShouldHaveItsDevice();
    }

    [Test, Requirement("MTX-REFRESH-12")]
    public async Task Does_not_mind_a_user_in_the_query()
    {
        target.Needs(Capabilities.RefreshTokens);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, laptop) = (await owner.LogIn(wantsRefreshToken: true), await owner.LogIn(wantsRefreshToken: true));
        var bystander = await neighbour.LiveSession();
        await laptop.Refresh();

        var answer = await phone.TryRefresh(assertedUser: bystander.UserId);

        answer.PromiseFirst(refreshed => refreshed.HaveStatus(200).HaveTextAt("/access_token"));
        (await phone.Client.WhoAmI(answer.Secret("/access_token")))
            .Assume(whoami => whoami.HaveStatus(200)).Promise(whoami => whoami.HaveText("/user_id", phone.UserId));
        await bystander.AssumeAccepted();
    }

    [Test, Requirement("MTX-REFRESH-15")]
    public async Task Refreshes_before_the_access_token_expires()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.AssumeAccepted();

        await phone.ShouldRefresh();
    }
}
