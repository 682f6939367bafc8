using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /login with the id of a device that is gone: its token works like any other.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class RemovedDeviceTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGIN-03")]
    public async Task Issues_a_token_for_a_device_that_was_logged_out()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(), await account.LiveSession());
        await phone.LogOut();
        await laptop.AssumeGone(phone);

        var again = await account.LogInAgainOn(phone);

        await again.ShouldBeOnItsDevice();
    }

    [Test, Requirement("MTX-LOGIN-03")]
    public async Task Issues_a_token_for_a_device_that_ended_with_all_others()
    {
        var account = await target.LeaseToEndAllSessions();
        var phone = await account.LogIn();
        await phone.LogOutEverywhere();
        await phone.AssumeEnded();

        var again = await account.LogInAgainOn(phone);

        await again.ShouldBeOnItsDevice();
    }
}
