using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>A session that was ended for good cannot be had back, and nobody is told that it could.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class DestroyedSessionTests(MatrixTarget target)
{
    [Test, Requirement("MTX-TOK-07")]
    public async Task Does_not_call_a_logout_everywhere_a_soft_one()
    {
        var account = await target.LeaseToEndAllSessions();
        var (phone, caller) = (await account.LogIn(), await account.LogIn());
        await phone.AssumeAccepted();

        await caller.LogOutEverywhere();

        await phone.ShouldBeToldOfItsEnd();
        await caller.ShouldBeToldOfItsEnd();
    }

    [Test, Requirement("MTX-TOK-07")]
    public async Task Does_not_call_the_deletion_of_a_device_a_soft_logout()
    {
        var account = await target.Accounts.Lease();
        var (phone, caller) = (await account.LogIn(), await account.LiveSession());
        await phone.AssumeAccepted();

        await caller.DeleteDevice(phone);

        await phone.ShouldBeToldOfItsEnd();
        await caller.AssumeAccepted();
    }

    [Test, Requirement("MTX-TOK-07")]
    public async Task Does_not_call_the_deletion_of_several_devices_a_soft_logout()
    {
        var account = await target.Accounts.Lease();
        var (phone, tablet, caller) = (await account.LogIn(), await account.LogIn(), await account.LiveSession());
        await phone.AssumeAccepted();
        await tablet.AssumeAccepted();

        await caller.DeleteDevices(phone, tablet);

        await phone.ShouldBeToldOfItsEnd();
        await tablet.ShouldBeToldOfItsEnd();
        await caller.AssumeAccepted();
    }
}
