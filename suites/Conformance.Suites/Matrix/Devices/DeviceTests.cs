using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>GET /devices/{deviceId}: a device of the caller, or none.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class DeviceTests(MatrixTarget target)
{
    [Test, Requirement("MTX-DEV-04")]
    public async Task Shows_a_device_and_finds_none_that_never_was()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeListed(phone);

        var known = await phone.Device(phone.DeviceId);
        var unknown = await phone.Device(target.NewDeviceId());

        known.Promise(device => device.HaveStatus(200).HaveText("/device_id", phone.DeviceId));
        unknown.Promise(device => device.HaveStatus(404));
    }

    [Test, Requirement("MTX-DEV-04")]
    public async Task Finds_no_device_that_was_logged_out()
    {
        target.Needs(Capabilities.DeviceDetails);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(), await account.LiveSession());
        (await laptop.Device(phone.DeviceId)).Assume(device => device.HaveStatus(200));
        await phone.LogOut();
        await laptop.AssumeGone(phone);

        var answer = await laptop.Device(phone.DeviceId);

        if (answer.Status == 200)
            throw new NotApplicableException("The device can still be read by its id, which MTX-LOGOUT-03 judges.");

        answer.Promise(device => device.HaveStatus(404));
        await laptop.AssumeAccepted();
    }
}
