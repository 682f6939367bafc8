using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>A session with a refresh token ends as any other does: its access token dies, too, the first one and those of refreshes.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class RefreshableSessionEndTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUT-02")]
    public async Task Kills_the_access_token_on_every_endpoint()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInRefreshable(), await account.LogInRefreshable());
        await phone.AssumeAcceptedEverywhere();

        await phone.LogOut();

        await phone.ShouldBeRefusedEverywhere(MatrixAssertions.UnknownToken);
        await laptop.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGOUT-02")]
    public async Task Kills_the_access_token_that_a_refresh_has_brought()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInRefreshable(), await account.LogInRefreshable());
        await phone.RefreshAndUse();
        await laptop.RefreshAndUse();

        await phone.LogOut();

        await phone.ShouldBeRefused(MatrixAssertions.UnknownToken);
        await phone.ShouldBeRefusedOnFreshConnections(connections: 4, MatrixAssertions.UnknownToken);
        await laptop.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGOUT-08")]
    public async Task Refuses_a_second_logout()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInRefreshable(), await account.LogInRefreshable());
        await phone.AssumeAccepted();

        await phone.LogOut();

        await phone.ShouldBeRefusedAtLogout(MatrixAssertions.UnknownToken);
        await laptop.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGOUTALL-02")]
    public async Task Kills_the_access_tokens_of_all_sessions()
    {
        target.Needs(Capabilities.RefreshTokens);
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var (caller, phone, laptop) = (await owner.LogInRefreshable(), await owner.LogInRefreshable(), await owner.LogInRefreshable());
        var bystander = await neighbour.LogInRefreshable();
        await caller.AssumeAccepted();
        await phone.AssumeAccepted();
        await laptop.RefreshAndUse();

        await caller.LogOutEverywhere();

        await caller.ShouldBeRefused(MatrixAssertions.UnknownToken);
        await phone.ShouldBeRefused(MatrixAssertions.UnknownToken);
        await laptop.ShouldBeRefused(MatrixAssertions.UnknownToken);
        await bystander.AssumeAccepted();
    }
}
