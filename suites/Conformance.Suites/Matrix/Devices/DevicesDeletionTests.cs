using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /delete_devices: as many devices as are listed, and no others.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class DevicesDeletionTests(MatrixTarget target)
{
    [Test, Requirement("MTX-DEV-18")]
    public async Task Deletes_the_devices_of_a_list()
    {
        var account = await target.Accounts.Lease();
        var (phone, tablet, laptop) = (await account.LogInBound(), await account.LogInBound(), await account.LogInBound());
        await phone.AssumeAccepted();
        await tablet.AssumeAccepted();

        await GuardedRequest.DeletionOf(laptop, [phone.DeviceId, tablet.DeviceId]).ShouldSucceed();

        await phone.ShouldHaveEnded();
        await tablet.ShouldHaveEnded();
        await laptop.ShouldBeKept();
        await laptop.ShouldNotList(phone);
        await laptop.ShouldNotList(tablet);
    }

    [Test, Requirement("MTX-DEV-18")]
    public async Task Deletes_a_device_that_is_listed_twice()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        await phone.AssumeAccepted();

        await GuardedRequest.DeletionOf(laptop, [phone.DeviceId, phone.DeviceId]).ShouldSucceed();

        await phone.ShouldHaveEnded();
        await laptop.ShouldBeKept();
    }

    [Test, Requirement("MTX-DEV-18")]
    public async Task Deletes_the_device_of_the_caller_among_others()
    {
        var account = await target.Accounts.Lease();
        var (phone, tablet, laptop) = (await account.LogInBound(), await account.LogInBound(), await account.LogInBound());
        await phone.AssumeAccepted();

        await GuardedRequest.DeletionOf(phone, [phone.DeviceId, tablet.DeviceId]).ShouldSucceed();

        await phone.ShouldHaveEnded();
        await tablet.ShouldHaveEnded();
        await laptop.ShouldBeKept();
    }

    [Test, Requirement("MTX-DEV-19")]
    public async Task Passes_over_ids_that_are_unknown()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());

        await GuardedRequest.DeletionOf(laptop, [target.NewDeviceId(), phone.DeviceId]).ShouldSucceed();

        await laptop.ShouldNotList(phone);
        await laptop.AssumeKept();
        await GuardedRequest.DeletionOf(laptop, [phone.DeviceId, target.NewDeviceId()]).ShouldSucceed();
        await laptop.AssumeKept();
    }

    [Test, Requirement("MTX-DEV-20")]
    public async Task Deletes_nothing_for_an_empty_list()
    {
        var account = await target.LeaseToEndAllSessions();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        await phone.AssumeKept();

        await GuardedRequest.DeletionOf(laptop, []).Finish();

        await phone.ShouldBeKept();
        await laptop.ShouldBeKept();
    }

    [Test, Requirement("MTX-DEV-21")]
    public async Task Refuses_a_request_without_a_list()
    {
        var account = await target.LeaseToEndAllSessions();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        await GuardedRequest.DeletionOf(laptop, [phone.DeviceId]).NeedsChallenge();

        var answer = await GuardedRequest.DeletionWithoutList(laptop).Finish();

        answer.Promise(refusal => refusal.BeRefused());
        await phone.AssumeKept();
        await laptop.DeleteDevices(phone);
    }
}
