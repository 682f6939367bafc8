using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /login on a device id that is in use: by the user, or by another one.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LoginReloginTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGIN-09")]
    public async Task Ends_the_earlier_access_token_of_the_device()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.AssumeBoundToItsDevice();

        var again = await account.LogInAgainOn(phone);

        await phone.ShouldHaveEnded(phone.AccessToken);
        await again.AssumeOnDeviceOf(phone);
    }

    [Test, Requirement("MTX-LOGIN-09")]
    public async Task Ends_the_earlier_refresh_token_of_the_device()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.AssumeBoundToItsDevice();

        var again = await account.LogInAgainOn(phone, wantsRefreshToken: true);

        await phone.ShouldNotRefresh();
        await again.AssumeOnDeviceOf(phone);
        await again.Refresh();
    }

    [Test, Requirement("MTX-LOGIN-10")]
    public async Task Keeps_one_device_and_the_other_sessions()
    {
        target.Needs(Capabilities.DeviceList);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(), await account.LogIn());
        await phone.AssumeBoundToItsDevice();
        await laptop.AssumeListed(phone);

        var again = await account.ShouldLogIn(account.PasswordLogin().With("device_id", phone.DeviceId));
        await again.AssumeOnDeviceOf(phone);

        await laptop.ShouldBeAccepted();
        await again.ShouldListOnce(again.DeviceId);
    }

    [Test, Requirement("MTX-LOGIN-11")]
    public async Task Keeps_the_device_of_another_user_with_the_same_id()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var phone = await owner.LogIn();
        await phone.AssumeListed(phone);

        var namesake = await neighbour.ShouldLogInAsNamesakeOf(phone);
        await namesake.ShouldBeAccepted();
        await phone.ShouldBeAccepted();
        await namesake.LogOut();
        await namesake.AssumeEnded();

        await phone.ShouldBeAccepted();
        await phone.ShouldHaveItsDevice();
    }

    [Test, Requirement("MTX-LOGIN-11")]
    public async Task Keeps_the_device_keys_of_another_user_with_the_same_id()
    {
        target.Needs(Capabilities.DeviceKeys);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var phone = await owner.LogIn();
        await phone.UploadKeys();
        var keys = await phone.AssumeSeesKeysOf(phone);

        var namesake = await neighbour.ShouldLogInAsNamesakeOf(phone);
        await namesake.UploadKeys();
        await phone.ShouldBeAccepted();
        await namesake.LogOut();
        await namesake.AssumeEnded();

        await phone.ShouldSeeKeysOf(phone, keys);
    }

    [Test, Requirement("MTX-LOGIN-11")]
    public async Task Keeps_all_of_another_user_with_the_same_device_id_when_every_session_ends()
    {
        target.Needs(Capabilities.DeviceKeys);
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var (phone, laptop) = (await neighbour.LogIn(), await neighbour.LogIn());
        await phone.UploadKeys();
        var keys = await phone.AssumeSeesKeysOf(phone);

        var namesake = await owner.ShouldLogInAsNamesakeOf(phone);
        await phone.ShouldBeAccepted();
        await namesake.LogOutEverywhere();
        await namesake.AssumeEnded();

        await phone.ShouldBeAccepted();
        await phone.ShouldHaveItsDevice();
        await phone.ShouldSeeKeysOf(phone, keys);
        await laptop.AssumeAccepted();
    }
}
