using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /logout/all: every session of the user ends, and nobody else's.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LogoutAllTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUTALL-01")]
    public async Task Succeeds_without_a_body()
    {
        var account = await target.LeaseToEndAllSessions();
        var caller = await account.LogIn();
        await account.LogIn();
        await caller.AssumeAccepted();

        var answer = await caller.TryLogOutEverywhere();

        answer.Promise(logout => logout.BeSuccessOf(MatrixEndpoints.LogoutAll));
    }

    [Test, Requirement("MTX-LOGOUTALL-02")]
    public async Task Kills_every_token_of_the_user_on_every_endpoint()
    {
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var (caller, phone) = (await owner.LogIn(), await owner.LogIn());
        var bystander = await neighbour.LiveSession();
        await caller.AssumeAcceptedEverywhere();
        await phone.AssumeAcceptedEverywhere();

        await caller.LogOutEverywhere();

        await caller.ShouldBeRefusedEverywhere(MatrixErrors.UnknownToken);
        await phone.ShouldBeRefusedEverywhere(MatrixErrors.UnknownToken);
        await bystander.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGOUTALL-03")]
    public async Task Forgets_every_device_of_the_user()
    {
        target.Needs(Capabilities.DeviceList);
        var account = await target.LeaseToEndAllSessions();
        var caller = await account.LogIn();
        var phone = await account.LogIn();
        await caller.AssumeListed(phone);

        await caller.LogOutEverywhere();

        var afresh = await account.LogIn();
        await afresh.AssumeAccepted();
        await afresh.ShouldListOnlyItself();
    }

    [Test, Requirement("MTX-LOGOUTALL-04")]
    public async Task Forgets_the_device_keys_of_every_device()
    {
        target.Needs(Capabilities.DeviceKeys);
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var (caller, phone) = (await owner.LogIn(), await owner.LogIn());
        var observer = await neighbour.LiveSession();
        await caller.UploadKeys();
        await phone.UploadKeys();
        await observer.AssumeSeesKeysOf(caller);
        await observer.AssumeSeesKeysOf(phone);

        await caller.LogOutEverywhere();

        await observer.ShouldNotSeeKeysOf(caller);
        await observer.ShouldNotSeeKeysOf(phone);
        var afresh = await owner.LogIn();
        await afresh.UploadKeys();
        await observer.AssumeSeesKeysOf(afresh);
    }

    [Test, Requirement("MTX-LOGOUTALL-05")]
    public async Task Does_not_ask_for_further_authentication()
    {
        var account = await target.LeaseToEndAllSessions();
        var caller = await account.LogIn();
        await caller.AssumeAccepted();

        var answer = await caller.TryLogOutEverywhere();

        answer.Assume(logout => logout.HaveOneOfStatuses(200, 401)).Promise(logout => logout.HaveNothingAt("/flows"));
    }

    [Test, Requirement("MTX-LOGOUTALL-06")]
    public async Task Kills_every_refresh_token_of_the_user()
    {
        target.Needs(Capabilities.RefreshTokens);
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var (caller, phone) = (await owner.LogIn(wantsRefreshToken: true), await owner.LogIn(wantsRefreshToken: true));
        var bystander = await neighbour.LogIn(wantsRefreshToken: true);
        await caller.Refresh();
        await phone.Refresh();
        await bystander.Refresh();

        await caller.LogOutEverywhere();

        await caller.ShouldNotRefresh();
        await phone.ShouldNotRefresh();
        await bystander.Refresh();
    }

    [Test, Requirement("MTX-LOGOUTALL-07")]
    public async Task Lets_the_user_in_again()
    {
        var account = await target.LeaseToEndAllSessions();
        await account.AssumeAllSessionsEnded();

        var login = await account.TryLogIn();

        login.PromiseFirst(answer => answer.BeLogin());
        await account.Open(login).ShouldBeAccepted();
    }

    [Test, Requirement("MTX-LOGOUTALL-08")]
    public async Task Keeps_the_sessions_of_other_users()
    {
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var caller = await owner.LogIn();
        var bystander = await neighbour.LogIn();
        var namesake = await neighbour.LogIn(caller.DeviceId);
        await bystander.AssumeAccepted();
        await caller.AssumeBoundToItsDevice();
        await namesake.AssumeBoundToItsDevice();

        await caller.LogOutEverywhere();
        await caller.AssumeEnded();

        await bystander.ShouldBeAccepted();
        await namesake.ShouldBeAccepted();
    }
}
