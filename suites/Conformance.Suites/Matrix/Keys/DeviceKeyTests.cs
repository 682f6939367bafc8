using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /keys/upload, /keys/query and /keys/claim: the keys of a device, as long as there is the device.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class DeviceKeyTests(MatrixTarget target)
{
    [Test, Requirement("MTX-KEYS-01")]
    public async Task Counts_one_time_keys()
    {
        target.Needs(Capabilities.DeviceKeys);
        var account = await target.Accounts.Lease();
        var phone = await account.LogInBound();

        var answer = await phone.UploadKeys(phone.NewKeys().Upload(oneTimeKeys: 2));

        answer.Promise(counts => counts.BeSuccessOf(MatrixEndpoints.KeysUpload).CountOneTimeKeys(2));
    }

    [Test, Requirement("MTX-KEYS-02")]
    public async Task Hands_out_keys_as_they_were_uploaded()
    {
        target.Needs(Capabilities.DeviceKeys);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, observer) = (await owner.LogInBound(), await neighbour.LiveBoundSession());
        var upload = phone.NewKeys().Upload(oneTimeKeys: 0);
        (await phone.UploadKeys(upload)).Assume(counts => counts.HaveStatus(200));

        await phone.ShouldSeeUploadedKeysOf(phone, upload);
        await observer.ShouldSeeUploadedKeysOf(phone, upload);
    }

    [Test, Requirement("MTX-KEYS-03")]
    public async Task Leaves_out_devices_that_it_does_not_know()
    {
        target.Needs(Capabilities.DeviceKeys);
        var account = await target.Accounts.Lease();
        var phone = await account.LogInBound();
        await phone.UploadKeys();
        await phone.AssumeSeesKeysOf(phone);
        var unknown = target.NewDeviceId();

        var answer = await phone.QueryKeys(phone.UserId, unknown);

        answer.Promise(keys => keys.HaveStatus(200).NotShowKeysOf(phone.UserId, unknown).FailForNobody());
    }

    [Test, Requirement("MTX-KEYS-03")]
    public async Task Leaves_out_users_that_it_does_not_know()
    {
        target.Needs(Capabilities.DeviceKeys);
        var account = await target.Accounts.Lease();
        var phone = await account.LogInBound();
        await phone.UploadKeys();
        await phone.AssumeSeesKeysOf(phone);
        var nobody = target.UnknownUserOf(phone);

        var answer = await phone.QueryKeys(nobody);

        answer.Promise(keys => keys.HaveStatus(200).NotShowUser(nobody).FailForNobody());
    }

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-KEYS-04")]
    public async Task Deletes_device_keys_with_their_device(string way)
    {
        target.Needs(Capabilities.DeviceKeys);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, laptop, observer) = (await owner.LogInBound(), await owner.LogInBound(), await neighbour.LiveBoundSession());
        await phone.UploadKeys();
        await laptop.UploadKeys();
        await observer.AssumeSeesKeysOf(phone);

        await GuardedRequest.Deletion(way, laptop, phone.DeviceId).AssumeDone();

        await observer.ShouldNotSeeKeysOf(phone);
        await observer.AssumeSeesKeysOf(laptop);
    }

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-KEYS-05")]
    public async Task Hands_out_no_one_time_key_of_a_deleted_device(string way)
    {
        target.Needs(Capabilities.DeviceKeys);
        target.Needs(Capabilities.OneTimeKeys);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        await phone.UploadKeys();
        await laptop.UploadKeys();
        await laptop.AssumeClaimsKeyOf(phone);

        await GuardedRequest.Deletion(way, laptop, phone.DeviceId).AssumeDone();

        await laptop.ShouldClaimNoKeyOf(phone);
        await laptop.AssumeClaimsKeyOf(laptop);
    }

    [Test, Requirement("MTX-KEYS-06")]
    public async Task Brings_no_key_back_with_the_same_device_id()
    {
        target.Needs(Capabilities.DeviceKeys);
        target.Needs(Capabilities.OneTimeKeys);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        await phone.UploadKeys();
        await laptop.AssumeSeesKeysOf(phone);
        await GuardedRequest.DeletionOf(laptop, phone.DeviceId).AssumeDone();
        await laptop.AssumeGone(phone);

        var again = await account.LogInBound(phone.DeviceId);

        await laptop.ShouldNotSeeKeysOf(again);
        await again.ShouldHaveNoOneTimeKeys();
        await laptop.ShouldClaimNoKeyOf(again);
    }

    [Test, Requirement("MTX-KEYS-07")]
    public async Task Takes_keys_of_its_own_device_only()
    {
        target.Needs(Capabilities.DeviceKeys);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        (await laptop.UploadKeys(laptop.NewKeys().Upload(oneTimeKeys: 0))).Assume(counts => counts.HaveStatus(200));

        var ofDevice = await laptop.UploadKeys(phone.NewKeys().Upload(oneTimeKeys: 0));
        var ofUser = await laptop.UploadKeys(laptop.NewKeysOf(target.UnknownUserOf(laptop)).Upload(oneTimeKeys: 0));

        ofDevice.Promise(refusal => refusal.BeRefused());
        ofUser.Promise(refusal => refusal.BeRefused());
        await laptop.AssumeSeesKeysOf(laptop);
    }

    [Test, Requirement("MTX-DEV-24")]
    public async Task Shows_the_names_of_devices_to_others_or_does_not()
    {
        target.Needs(Capabilities.DeviceKeys);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, stranger) = (await owner.LogIn(deviceName: "Conformance, by name"), await neighbour.LiveSession());
        await phone.UploadKeys();
        await stranger.AssumeSeesKeysOf(phone);

        var answer = await stranger.QueryKeys(phone.UserId);

        target.Observe("device names in the keys that others see", answer.NameAmongKeysOf(phone) is null ? "hidden" : "shown");
    }
}
