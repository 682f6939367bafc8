using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>Devices of an application service's user: it makes them, and deletes them without user-interactive authentication.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class BridgedDeviceTests(MatrixTarget target)
{
    [Test, Requirement("MTX-DEV-09")]
    public async Task Tells_whether_it_has_made_a_device_or_named_one()
    {
        // What is made has to go again.
        target.Needs(Capabilities.DeviceDeletion);
        target.Needs(Capabilities.DeviceDetails);
        var bridge = await target.TakeApplicationService();
        var deviceId = target.NewDeviceId();

        var made = await bridge.MakeDevice(deviceId, "made");
        made.Promise(answer => answer.HaveStatus(201));
        await bridge.ShouldShow(deviceId, "made");

        var named = await bridge.NameDevice(deviceId, "named");
        named.Promise(answer => answer.HaveStatus(200));
        await bridge.ShouldShow(deviceId, "named");
    }

    [Test, Requirement("MTX-DEV-22")]
    public async Task Deletes_a_device_that_it_has_made()
    {
        target.Needs(Capabilities.DeviceDeletion);
        target.Needs(Capabilities.DeviceDetails);
        var bridge = await target.TakeApplicationService();
        var deviceId = target.NewDeviceId();
        (await bridge.MakeDevice(deviceId, "made")).NeedsSuccess("MTX-DEV-09");
        await bridge.NeedsItShown(deviceId);

        var answer = await bridge.DeleteDevice(deviceId);

        answer.Promise(deleted => deleted.BeSuccessOf(MatrixEndpoints.DeleteDevice));
        await bridge.ShouldNotShow(deviceId);
    }

    [Test, Requirement("MTX-DEV-22")]
    public async Task Deletes_a_device_for_the_token_alone()
    {
        target.Needs(Capabilities.DeviceDeletion);
        var bridge = await target.TakeApplicationService();
        var (phone, laptop) = (await bridge.LogIn(), await bridge.LogIn());
        await phone.AssumeAccepted();

        var answer = await bridge.DeleteDevice(phone.DeviceId);

        answer.NeedsItsEndpoint().Promise(deleted => deleted.BeSuccessOf(MatrixEndpoints.DeleteDevice));
        await phone.ShouldHaveEnded();
        await laptop.ShouldBeAccepted();
    }

    [Test, Requirement("MTX-DEV-22")]
    public async Task Deletes_devices_in_a_list_for_the_token_alone()
    {
        target.Needs(Capabilities.DeviceDeletion);
        var bridge = await target.TakeApplicationService();
        var (phone, laptop) = (await bridge.LogIn(), await bridge.LogIn());
        await phone.AssumeAccepted();

        var answer = await bridge.DeleteDevices(phone.DeviceId);

        answer.NeedsItsEndpoint().Promise(deleted => deleted.BeSuccessOf(MatrixEndpoints.DeleteDevices));
        await phone.ShouldHaveEnded();
        await laptop.ShouldBeAccepted();
    }
}
