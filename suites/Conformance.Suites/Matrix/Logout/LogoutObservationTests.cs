using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>What the contract leaves open about POST /logout, as this server does it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LogoutObservationTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUT-17")]
    public async Task Does_something_with_the_pushers_of_the_session()
    {
        target.Needs(Capabilities.Pushers);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var laptop = await account.LogIn();
        var pushKey = await phone.SetPusherKeptBy(laptop);
        await laptop.AssumeHasPusher(pushKey);

        await phone.LogOut();

        target.Observe("pushers of a logged-out session", await laptop.HasPusher(pushKey) ? "kept" : "removed");
    }

    [Test, Requirement("MTX-LOGOUT-20")]
    public async Task Does_something_with_an_expired_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.WaitUntilExpired();

        var answer = await phone.TryLogOut();

        target.Observe("logout with an expired token", answer.InShort());
    }

    [Test, Requirement("MTX-LOGOUT-21")]
    public async Task Does_something_with_the_token_of_a_guest()
    {
        target.Needs(Capabilities.Guests);
        var guest = await target.RegisterGuest();

        var answer = await guest.TryLogOut();

        target.Observe("logout of a guest", answer.InShort());
    }

    [Test, Requirement("MTX-LOGOUT-23")]
    public async Task Ends_a_sync_that_is_waiting()
    {
        target.Needs(Capabilities.Sync);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var waiting = await phone.StartWaitingSync(TimeSpan.FromSeconds(3));

        await phone.LogOut();

        target.Observe("sync that waits at logout", $"ends with {await waiting.Ending()}");
        await phone.AssumeEnded();
    }
}
