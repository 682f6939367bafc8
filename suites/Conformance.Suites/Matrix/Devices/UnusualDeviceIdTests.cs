using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>Devices with ids that no known client sends: a server that takes one can be asked for it, and deletes it.</summary>
/// <remarks>
/// A device whose session somebody else's call has ended is missing for that reason. After its deletion nobody can tell any more, so the
/// control stands between the two.
/// </remarks>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class UnusualDeviceIdTests(MatrixTarget target)
{
    [TestCase("with a slash"), TestCase("with an encoded slash"), TestCase("with a space"), TestCase("with an emoji")]
    [TestCase("of 513 characters")]
    [Requirement("MTX-DEV-25")]
    public async Task Finds_and_deletes_a_device_that_it_has_taken(string kind)
    {
        target.Needs(Capabilities.DeviceDeletion);
        target.Needs(Capabilities.DeviceDetails);
        var account = await target.Accounts.Lease();
        var laptop = await account.LiveBoundSession();
        var deviceId = target.UnusualDeviceId(kind);
        var phone = await account.NeedsLoginOn(deviceId);

        var found = await laptop.DeviceOfUnusualId(deviceId);
        found.Promise(device => device.HaveStatus(200).HaveText("/device_id", deviceId));
        await phone.AssumeAccepted();

        var deleted = await GuardedRequest.DeletionOfUnusualId(laptop, deviceId).Finish();
        deleted.Promise(deletion => deletion.HaveStatus(200));
        await laptop.ShouldHaveDeleted(phone);
        await laptop.AssumeKept();
    }
}
