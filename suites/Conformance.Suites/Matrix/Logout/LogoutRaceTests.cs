using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /logout and POST /logout/all twice at once: whichever comes first, nothing of the sessions is left.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LogoutRaceTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUT-02")]
    public async Task Ends_a_session_that_is_logged_out_twice_at_once()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(), await account.LiveSession());
        await phone.AssumeAccepted();

        var logouts = await Task.WhenAll(phone.TryLogOut(), phone.TryLogOut());

        logouts.AssumeOneSuccess();
        await phone.ShouldBeRefused(MatrixErrors.UnknownToken);
        await laptop.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGOUTALL-02")]
    public async Task Ends_all_sessions_that_are_ended_twice_at_once()
    {
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var (caller, phone, bystander) = (await owner.LogIn(), await owner.LogIn(), await neighbour.LiveSession());
        await caller.AssumeAccepted();
        await phone.AssumeAccepted();

        var logouts = await Task.WhenAll(caller.TryLogOutEverywhere(), phone.TryLogOutEverywhere());

        logouts.AssumeOneSuccess();
        await caller.ShouldBeRefused(MatrixErrors.UnknownToken);
        await phone.ShouldBeRefused(MatrixErrors.UnknownToken);
        await bystander.AssumeAccepted();
    }
}
