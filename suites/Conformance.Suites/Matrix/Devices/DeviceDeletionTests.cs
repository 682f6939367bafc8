using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>DELETE /devices/{deviceId}: the device goes with all that is its own, and nothing else does.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class DeviceDeletionTests(MatrixTarget target)
{
    [Test, Requirement("MTX-DEV-11")]
    public async Task Forgets_the_device()
    {
        target.Needs(Capabilities.DeviceList);
        target.Needs(Capabilities.DeviceDetails);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        await laptop.AssumeListed(phone);
        (await laptop.Device(phone.DeviceId)).Assume(device => device.HaveStatus(200));

        var answer = await GuardedRequest.DeletionOf(laptop, phone.DeviceId).Finish();

        answer.PromiseFirst(deleted => deleted.BeSuccessOf(MatrixEndpoints.DeleteDevice));
        await laptop.ShouldBeKept();
        await laptop.ShouldNotList(phone);
        await laptop.ShouldNotFind(phone);
    }

    [Test, Requirement("MTX-DEV-11")]
    public async Task Kills_the_token_on_fresh_connections()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        await phone.AssumeAccepted(freshConnection: true);

        await GuardedRequest.DeletionOf(laptop, phone.DeviceId).AssumeDone();

        await phone.ShouldBeRefusedOnFreshConnections(5, errcode: null);
        await laptop.AssumeAccepted(freshConnection: true);
    }

    [Test, Requirement("MTX-DEV-12")]
    public async Task Succeeds_for_a_device_that_is_gone_or_never_was()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        await GuardedRequest.DeletionOf(laptop, phone.DeviceId).AssumeDone();
        await laptop.AssumeAccepted();

        await GuardedRequest.DeletionOf(laptop, phone.DeviceId).ShouldSucceed();
        await GuardedRequest.DeletionOf(laptop, target.NewDeviceId()).ShouldSucceed();

        await laptop.AssumeAccepted();
    }

    [Test, Requirement("MTX-DEV-13")]
    public async Task Deletes_the_device_of_the_caller()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        await phone.AssumeAccepted();

        await GuardedRequest.DeletionOf(phone, phone.DeviceId).AssumeDone();

        await phone.ShouldBeRefused(errcode: null);
        await laptop.ShouldBeKept();
        await laptop.ShouldNotList(phone);
    }

    [Test, Requirement("MTX-DEV-14")]
    public async Task Kills_the_refresh_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(wantsRefreshToken: true), await account.LogInBound(wantsRefreshToken: true));
        await phone.Refresh();
        await phone.AssumeBoundToItsDevice();

        await GuardedRequest.DeletionOf(laptop, phone.DeviceId).AssumeDone();

        await phone.ShouldNotRefresh();
        await laptop.Refresh();
    }

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-DEV-14")]
    public async Task Forgets_the_device_keys(string way)
    {
        target.Needs(Capabilities.DeviceKeys);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        await phone.UploadKeys();
        await laptop.UploadKeys();
        await laptop.AssumeSeesKeysOf(phone);

        await GuardedRequest.Deletion(way, laptop, phone.DeviceId).AssumeDone();

        await laptop.ShouldNotSeeKeysOf(phone);
        await laptop.AssumeSeesKeysOf(laptop);
    }

    [Test, Requirement("MTX-DEV-14")]
    public async Task Begins_anew_on_the_same_id()
    {
        var account = await target.Accounts.Lease();
        var laptop = await account.LiveBoundSession();
        var phone = await account.LogInBound(deviceName: "before");
        await phone.AssumeNamed("before");
        await GuardedRequest.DeletionOf(laptop, phone.DeviceId).AssumeDone();
        await laptop.AssumeGone(phone);

        var again = await account.LogInBound(phone.DeviceId);

        await again.ShouldNotBeNamed("before");
        await again.AssumeAccepted();
    }
}
