using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>What the contract leaves open about POST /refresh, as this server does it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class RefreshObservationTests(MatrixTarget target)
{
    [Test, Requirement("MTX-REFRESH-04")]
    public async Task Does_something_with_the_old_access_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.AssumeAccepted();
        var replaced = await phone.RefreshToAnother();

        var before = await phone.Client.WhoAmI(replaced);
        await phone.AssumeAccepted();
        var after = await phone.Client.WhoAmI(replaced);

        target.Observe("old access token after a refresh", before.InShort());
        target.Observe("old access token after the use of the new one", after.InShort());
    }

    [Test, Requirement("MTX-REFRESH-18")]
    public async Task Does_something_with_the_first_pair_of_a_token_that_was_refreshed_twice()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        var original = phone.RefreshToken;
        await phone.Rotate();

        var second = await phone.TryRefresh(original);

        target.Observe("second refresh with the same token", second.InShort());
        target.Observe("access token of the first refresh, after a second", (await phone.WhoAmI()).InShort());
        target.Observe("refresh token of the first refresh, after a second", (await phone.TryRefresh()).InShort());
    }

    [Test, Requirement("MTX-REFRESH-19")]
    public async Task Does_something_with_the_session_of_a_token_that_is_replayed()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        var replaced = await phone.Rotate();
        await phone.AssumeAccepted();

        var replay = await phone.TryRefresh(replaced);

        target.Observe("replay of a revoked refresh token", replay.InShort());
        target.Observe("access token after the replay", (await phone.WhoAmI()).InShort());
        target.Observe("refresh token after the replay", (await phone.TryRefresh()).InShort());
    }
}
