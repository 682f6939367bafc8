using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.SessionTable;

namespace Conformance.Suites.Matrix;

/// <summary>Whom a call does not name, it does not touch: neither tokens nor devices, whatever the way in which it ends others.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class BystanderTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUT-05")]
    public async Task Keeps_the_refresh_token_of_another_device_at_a_logout()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(wantsRefreshToken: true), await account.LogIn(wantsRefreshToken: true));
        await phone.RefreshAndUse();
        await laptop.AssumeOnItsDevice();

        await phone.LogOut();
        await phone.AssumeEnded();

        await laptop.ShouldGoOnByRefresh();
    }

    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.EndingsOf), new object[] { Ended.Session })]
    [Requirement("MTX-LOGOUT-06")]
    public async Task Keeps_another_user_at_a_logout(string ending)
    {
        var scene = await SessionScene.Of(target, Obtaining.Plainest, ending, besideAnotherUser: true);
        var (bystander, phone) = (await scene.AnotherUser(), await scene.Obtain());
        await bystander.AssumeUntouched();

        await scene.End(phone);
        await phone.AssumeEnded();

        await bystander.ShouldBeUntouched();
    }

    [Test, Requirement("MTX-LOGOUT-06")]
    public async Task Keeps_the_refresh_token_of_another_user_at_a_logout()
    {
        target.Needs(Capabilities.RefreshTokens);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var phone = await owner.LogIn(wantsRefreshToken: true);
        var namesake = await neighbour.LogIn(phone.DeviceId, wantsRefreshToken: true);
        await phone.RefreshAndUse();
        await namesake.AssumeOnItsDevice();

        await phone.LogOut();
        await phone.AssumeEnded();

        await namesake.ShouldGoOnByRefresh();
    }

    [Test, Requirement("MTX-LOGOUTALL-08")]
    public async Task Keeps_the_device_of_another_user_when_every_session_ends()
    {
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var (caller, bystander) = (await owner.LogIn(), await neighbour.LogIn());
        await bystander.AssumeUntouched();

        await caller.LogOutEverywhere();
        await caller.AssumeEnded();

        await bystander.ShouldBeUntouched();
    }

    [Test, Requirement("MTX-LOGOUTALL-08")]
    public async Task Keeps_the_refresh_token_of_another_user_when_every_session_ends()
    {
        target.Needs(Capabilities.RefreshTokens);
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var caller = await owner.LogIn(wantsRefreshToken: true);
        var namesake = await neighbour.LogIn(caller.DeviceId, wantsRefreshToken: true);
        await caller.RefreshAndUse();
        await namesake.AssumeOnItsDevice();

        await caller.LogOutEverywhere();
        await caller.AssumeEnded();

        await namesake.ShouldGoOnByRefresh();
    }

    [Test, Requirement("MTX-LOGIN-10")]
    public async Task Keeps_the_refresh_token_of_another_device_at_a_login_on_a_known_one()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(wantsRefreshToken: true), await account.LogIn(wantsRefreshToken: true));
        await phone.RefreshAndUse();
        await laptop.AssumeOnItsDevice();

        var again = await account.LogInAgainOn(phone);
        await again.AssumeOnDeviceOf(phone);

        await laptop.ShouldGoOnByRefresh();
    }

    [Test, Requirement("MTX-TOK-15")]
    public async Task Keeps_the_other_devices_when_a_dead_token_logs_out_again()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(), await account.LogIn());
        await phone.LogOut();
        await phone.AssumeEnded();
        await laptop.AssumeUntouched();

        await phone.TryLogOut();

        await laptop.ShouldBeUntouched();
    }

    [Test, Requirement("MTX-TOK-15")]
    public async Task Keeps_the_session_when_an_unknown_refresh_token_is_refused()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var laptop = await account.LogIn();
        await laptop.AssumeUntouched();

        await laptop.Client.Refresh(target.BogusToken());

        await laptop.ShouldBeUntouched();
    }
}
