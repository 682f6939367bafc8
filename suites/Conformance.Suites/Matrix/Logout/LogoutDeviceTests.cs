using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /logout: the device goes with the token, with all that belongs to it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LogoutDeviceTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUT-03")]
    public async Task Forgets_the_device_in_the_list()
    {
        target.Needs(Capabilities.DeviceList);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var laptop = await account.LiveSession();
        await laptop.AssumeListed(phone);

        await phone.LogOut();

        await laptop.ShouldNotList(phone);
        await laptop.AssumeListed(laptop);
    }

    [Test, Requirement("MTX-LOGOUT-03")]
    public async Task Forgets_the_device_by_its_id()
    {
        target.Needs(Capabilities.DeviceDetails);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var laptop = await account.LiveSession();
        (await laptop.Device(phone.DeviceId)).Assume(device => device.HaveStatus(200));

        await phone.LogOut();

        await laptop.ShouldNotFind(phone);
        (await laptop.Device(laptop.DeviceId)).Assume(device => device.HaveStatus(200));
    }

    [Test, Requirement("MTX-LOGOUT-04")]
    public async Task Forgets_the_device_keys()
    {
        target.Needs(Capabilities.DeviceKeys);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var laptop = await account.LogIn();
        await phone.UploadKeys();
        await laptop.UploadKeys();
        await laptop.AssumeSeesKeysOf(phone);

        await phone.LogOut();

        await laptop.ShouldNotSeeKeysOf(phone);
        await laptop.AssumeSeesKeysOf(laptop);
    }

    [Test, Requirement("MTX-LOGOUT-04")]
    public async Task Forgets_the_device_keys_for_other_users()
    {
        target.Needs(Capabilities.DeviceKeys);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var phone = await owner.LogIn();
        var laptop = await owner.LogIn();
        var observer = await neighbour.LiveSession();
        await phone.UploadKeys();
        await laptop.UploadKeys();
        await observer.AssumeSeesKeysOf(phone);

        await phone.LogOut();

        await observer.ShouldNotSeeKeysOf(phone);
        await observer.AssumeSeesKeysOf(laptop);
    }

    [Test, Requirement("MTX-LOGOUT-09")]
    public async Task Kills_every_token_of_the_device()
    {
        var account = await target.Accounts.Lease();
        var (older, newer) = await account.LogInTwiceOnOneDevice();

        await newer.LogOut();

        await newer.ShouldHaveEnded(older);
        var laptop = await account.LiveSession();
        await laptop.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGOUT-10")]
    public async Task Kills_the_refresh_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        var laptop = await account.LogIn(wantsRefreshToken: true);
        await phone.Refresh();
        await laptop.Refresh();

        await phone.LogOut();

        await phone.ShouldNotRefresh(MatrixErrors.UnknownToken);
        await laptop.Refresh();
    }
}
