using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /refresh, link by link: what one refresh hands out works, is the session's own, and gets the next.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class RefreshChainTests(MatrixTarget target)
{
    private const int Links = 5;

    [Test, Requirement("MTX-REFRESH-01")]
    public async Task Returns_another_access_token_at_each_of_five_links()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        var earlier = new List<string> { phone.AccessToken.Label };

        for (var link = 0; link < Links; link++)
        {
            var presented = phone.RefreshToken!;
            await phone.ShouldRefreshToAnother(earlier);
            earlier.Add(phone.AccessToken.Label);
            await phone.ShouldBeAccepted();
            phone.NeedsAnotherRefreshToken(presented);
        }
    }

    [Test, Requirement("MTX-REFRESH-01")]
    public async Task Returns_another_access_token_each_time_that_one_has_expired()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        var earlier = new List<string> { phone.AccessToken.Label };

        for (var expiry = 0; expiry < 2; expiry++)
        {
            await phone.WaitUntilExpired();
            var presented = phone.RefreshToken!;
            await phone.ShouldRefreshToAnother(earlier);
            earlier.Add(phone.AccessToken.Label);
            await phone.ShouldBeAccepted();
            phone.NeedsAnotherRefreshToken(presented);
        }
    }

    [Test, Requirement("MTX-REFRESH-03")]
    public async Task Keeps_sessions_apart()
    {
        target.Needs(Capabilities.RefreshTokens);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, laptop) = (await owner.LogIn(wantsRefreshToken: true), await owner.LogIn(wantsRefreshToken: true));
        var bystander = await neighbour.LogIn(wantsRefreshToken: true);

        foreach (var session in new[] { phone, laptop, bystander })
        {
            await session.AssumeOnItsDevice();
            await session.Refresh();
            await session.ShouldKeepUserAndDevice();
        }
    }

    [Test, Requirement("MTX-TOK-01")]
    public async Task Accepts_the_token_of_a_second_refresh_on_every_endpoint()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogInRefreshable();
        await phone.RefreshForLong();
        await phone.AssumeOnItsDevice();
        await phone.RefreshForLong();

        await phone.ShouldBeAcceptedEverywhere();
    }
}
