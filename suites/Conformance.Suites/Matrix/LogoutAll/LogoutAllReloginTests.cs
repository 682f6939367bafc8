using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>After POST /logout/all, a login with the id of an old device makes a fresh device: nothing of the old one comes back.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LogoutAllReloginTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUTALL-03")]
    public async Task Forgets_the_names_of_the_devices()
    {
        var account = await target.LeaseToEndAllSessions();
        var name = target.DeviceName();
        var (caller, phone) = (await account.LogIn(), await account.LogIn(deviceName: name));
        await phone.AssumeNamed(name);
        await caller.LogOutEverywhere();
        await phone.AssumeEnded();

        var again = await account.LogInAgainOn(phone);
        await again.AssumeOnItsDevice();

        await again.ShouldNotBeNamed(name);
    }

    [Test, Requirement("MTX-LOGOUTALL-04")]
    public async Task Forgets_the_device_keys_for_good()
    {
        target.Needs(Capabilities.DeviceKeys);
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var (caller, phone, observer) = (await owner.LogIn(), await owner.LogIn(), await neighbour.LiveSession());
        await phone.UploadKeys();
        await observer.AssumeSeesKeysOf(phone);
        await caller.LogOutEverywhere();
        await phone.AssumeEnded();

        var again = await owner.LogInAgainOn(phone);
        await again.AssumeOnItsDevice();

        await observer.ShouldNotSeeKeysOf(again);
        await again.UploadKeys();
        await observer.AssumeSeesKeysOf(again);
    }
}
