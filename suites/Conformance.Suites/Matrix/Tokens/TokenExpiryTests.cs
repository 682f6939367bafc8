using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>Access tokens that came with a lifetime end with it, and their sessions do not.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class TokenExpiryTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGIN-32")]
    public async Task Ends_the_access_token_with_its_lifetime()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.AssumeAccepted();

        await phone.ShouldExpire();

        await phone.RefreshAndUse();
    }

    [Test, Requirement("MTX-REFRESH-14")]
    public async Task Calls_an_expired_access_token_unknown_everywhere()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        // A token that lives for a second would be dead before all endpoints were asked.
        var laptop = await account.LiveSession();
        await laptop.AssumeAcceptedEverywhere();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.AssumeAccepted();

        await phone.ShouldExpireSoftly();

        await phone.ShouldBeRefusedEverywhere(MatrixErrors.UnknownToken);
        await phone.RefreshAndUse();
    }

    [Test, Requirement("MTX-REFRESH-14")]
    public async Task Does_not_revive_an_expired_access_token()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.WaitUntilExpired();

        var expired = await phone.RefreshToAnother();

        await phone.ShouldHaveEnded(expired);
        await phone.AssumeOnItsDevice();
    }
}
