using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>PUT /devices/{deviceId}: the caller names its own devices, and makes none.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class DeviceNameTests(MatrixTarget target)
{
    [Test, Requirement("MTX-DEV-06")]
    public async Task Names_a_device()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(deviceName: "before"), await account.LogInBound(deviceName: "bystander"));
        await phone.AssumeNamed("before");

        var answer = await phone.TryRename(phone.DeviceId, new { display_name = "after" });

        answer.Promise(renamed => renamed.BeSuccessOf(MatrixEndpoints.RenameDevice));
        await phone.ShouldBeNamed("after");
        await laptop.AssumeNamed("bystander");
    }

    [Test, Requirement("MTX-DEV-07")]
    public async Task Keeps_the_name_where_none_is_given()
    {
        target.Needs(Capabilities.DeviceDetails);
        var account = await target.Accounts.Lease();
        var phone = await account.LogInBound(deviceName: "before");
        await phone.AssumeNamed("before");

        (await phone.TryRename(phone.DeviceId, new { })).Assume(renamed => renamed.HaveStatus(200));

        await phone.ShouldBeNamed("before");
    }

    [Test, Requirement("MTX-DEV-08")]
    public async Task Makes_no_device()
    {
        target.Needs(Capabilities.DeviceDetails);
        var account = await target.Accounts.Lease();
        var phone = await account.LogInBound();
        (await phone.TryRename(phone.DeviceId, new { display_name = "known" })).Assume(renamed => renamed.HaveStatus(200));
        var unknown = target.NewDeviceId();

        var answer = await phone.TryRename(unknown, new { display_name = "unknown" });

        answer.Promise(renamed => renamed.HaveStatus(404));
        await phone.ShouldHaveNoDevice(unknown);
    }

    [Test, Requirement("MTX-DEV-08")]
    public async Task Names_no_device_of_another_user()
    {
        target.Needs(Capabilities.DeviceDetails);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, stranger) = (await owner.LogInBound(), await neighbour.LogInBound(deviceName: "mine"));
        await stranger.AssumeNamed("mine");

        var answer = await phone.TryRename(stranger.DeviceId, new { display_name = "theirs" });

        answer.Promise(renamed => renamed.HaveStatus(404));
        await stranger.ShouldBeNamed("mine");
        await phone.RenameDevice("own");
    }
}
