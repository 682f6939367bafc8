using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /logout and /logout/all: open even to accounts that an administrator has locked or suspended.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LogoutRestrictedTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUT-18")]
    public async Task Lets_a_locked_account_log_out()
    {
        target.NeedsAdministrator();
        var account = await target.Accounts.Lease();
        await account.AssumeLogsOut();
        var phone = await account.LogIn();
        var laptop = await account.LogIn();
        var lockOfAccount = await target.Lock(phone);
        await phone.AssumeLocked();

        (await phone.TryLogOut()).Promise(logout => logout.BeSuccessOf(MatrixEndpoints.Logout));
        await lockOfAccount.Lift();

        await phone.ShouldHaveEnded(phone.AccessToken);
        await laptop.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGOUT-18")]
    public async Task Lets_a_locked_account_log_out_everywhere()
    {
        target.NeedsAdministrator();
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        await owner.AssumeLogsOutEverywhere();
        var phone = await owner.LogIn();
        var laptop = await owner.LogIn();
        var bystander = await neighbour.LiveSession();
        var lockOfAccount = await target.Lock(phone);
        await phone.AssumeLocked();

        (await phone.TryLogOutEverywhere()).Promise(logout => logout.BeSuccessOf(MatrixEndpoints.LogoutAll));
        await lockOfAccount.Lift();

        await laptop.ShouldHaveEnded(laptop.AccessToken);
        await bystander.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGOUT-19")]
    public async Task Lets_a_suspended_account_log_out()
    {
        target.NeedsAdministrator();
        target.Needs(Capabilities.Rooms);
        var account = await target.Accounts.Lease();
        await account.AssumeLogsOut();
        var phone = await account.LogIn();
        var laptop = await account.LogIn();
        var room = await laptop.MakeRoom();
        await target.Suspend(phone);
        await phone.AssumeAccepted();
        (await room.TrySend(laptop, ScenarioRun.Current.Data.Id())).Assume(refusal => refusal.BeSuspended());

        (await phone.TryLogOut()).Promise(logout => logout.BeSuccessOf(MatrixEndpoints.Logout));

        await phone.ShouldHaveEnded(phone.AccessToken);
        await laptop.AssumeAccepted();
    }
}
