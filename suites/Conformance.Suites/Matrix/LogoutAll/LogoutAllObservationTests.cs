using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>What the contract leaves open about POST /logout/all, as this server does it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LogoutAllObservationTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUTALL-10")]
    public async Task Does_something_with_cross_signing_keys()
    {
        target.Needs(Capabilities.DeviceKeys);
        var account = await target.LeaseToEndAllSessions();
        var caller = await account.LogIn();
        var before = await caller.AssumeMasterKey();
        await caller.LogOutEverywhere();

        var afresh = await account.LogIn();

        target.Observe("cross-signing keys after /logout/all", await afresh.MasterKey() == before ? "kept" : "gone");
    }

    [Test, Requirement("MTX-LOGOUTALL-11")]
    public async Task Does_something_with_login_tokens_that_were_issued_before()
    {
        target.Needs(Capabilities.LoginTokens);
        var account = await target.LeaseToEndAllSessions();
        var caller = await account.LogIn();
        var loginToken = await caller.TakeLoginToken();
        await caller.LogOutEverywhere();

        var login = await account.TryLogInWith(loginToken);

        target.Observe("login token issued before /logout/all", login.InShort());
    }
}
