using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>A login with the device id of a logged-out device makes a fresh device: nothing of the old one comes back.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LogoutReloginTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUT-14")]
    public async Task Forgets_the_name_of_the_device()
    {
        var account = await target.Accounts.Lease();
        var name = target.DeviceName();
        var (phone, laptop) = (await account.LogIn(deviceName: name), await account.LiveSession());
        await phone.AssumeNamed(name);
        await phone.LogOut();
        await laptop.AssumeGone(phone);

        var again = await account.LogInAgainOn(phone);
        await again.AssumeOnItsDevice();

        await again.ShouldNotBeNamed(name);
    }

    [Test, Requirement("MTX-LOGOUT-14")]
    public async Task Forgets_the_device_keys()
    {
        target.Needs(Capabilities.DeviceKeys);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(), await account.LogIn());
        await phone.UploadKeys();
        await laptop.UploadKeys();
        await phone.AssumeSeesKeysOf(phone);
        await phone.LogOut();
        await laptop.AssumeGone(phone);

        var again = await account.LogInAgainOn(phone);
        await again.AssumeOnItsDevice();

        await again.ShouldNotSeeKeysOf(again);
        await again.AssumeSeesKeysOf(laptop);
    }

    [Test, Requirement("MTX-LOGOUT-14")]
    public async Task Forgets_the_one_time_keys()
    {
        target.Needs(Capabilities.DeviceKeys);
        target.Needs(Capabilities.OneTimeKeys);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(), await account.LogIn());
        await phone.UploadKeys(oneTimeKeys: 4);
        await laptop.AssumeClaimsKeyOf(phone);
        await phone.AssumeOneTimeKeys(3);
        await phone.LogOut();
        await laptop.AssumeGone(phone);

        var again = await account.LogInAgainOn(phone);
        await again.AssumeOnItsDevice();

        await again.ShouldHaveNoOneTimeKeys();
        await laptop.ShouldClaimNoKeyOf(again);
    }

    [Test, Requirement("MTX-LOGOUT-15")]
    public async Task Does_something_with_messages_queued_for_the_old_device()
    {
        target.Needs(Capabilities.ToDevice);
        target.Needs(Capabilities.Sync);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var laptop = await account.LogIn();
        await laptop.SendToDevice(phone, "org.example.conformance");
        await phone.LogOut();
        await laptop.AssumeGone(phone);

        var again = await account.LogInAgainOn(phone);
        await again.AssumeOnItsDevice();

        var sync = await again.Sync();
        sync.Assume(answer => answer.HaveStatus(200));
        target.Observe(
            "messages queued for the old device",
            sync.Body.Contains("org.example.conformance", StringComparison.Ordinal) ? "delivered to the new one" : "dropped");
    }
}
