using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /refresh with an old refresh token: it works until one of the new tokens was used, so that a lost answer ends no session.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class RefreshReplayTests(MatrixTarget target)
{
    [Test, Requirement("MTX-REFRESH-05")]
    public async Task Takes_the_old_token_again_while_no_new_one_was_used()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        (await phone.TryRefresh()).Assume(refreshed => refreshed.HaveStatus(200).HaveTextAt("/access_token"));

        await phone.ShouldRefresh();
        await phone.ShouldRefresh();
    }

    [Test, Requirement("MTX-REFRESH-06")]
    public async Task Refuses_the_old_token_after_the_new_access_token_was_used()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(wantsRefreshToken: true), await account.LogIn(wantsRefreshToken: true));
        var replaced = await phone.Rotate();

        await phone.AssumeAccepted();

        await phone.ShouldNotRefreshAgain(replaced);
        await laptop.RefreshAndUse();
    }

    [Test, Requirement("MTX-REFRESH-07")]
    public async Task Refuses_the_old_token_after_the_new_refresh_token_was_used()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(wantsRefreshToken: true), await account.LogIn(wantsRefreshToken: true));
        var replaced = await phone.Rotate();

        await phone.Refresh();

        await phone.ShouldNotRefreshAgain(replaced);
        await laptop.RefreshAndUse();
    }

    [Test, Requirement("MTX-REFRESH-09")]
    public async Task Keeps_the_old_token_where_it_hands_out_no_new_one()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);

        await phone.RefreshWithoutRotation();

        await phone.ShouldRefresh();
        await phone.ShouldRefresh();
    }
}
