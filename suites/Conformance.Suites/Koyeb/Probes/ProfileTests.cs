using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>GET /v1/account/profile: who the user of the token is.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class ProfileTests(KoyebTarget target)
{
    [Test, Requirement("KOY-PROBE-01")]
    public async Task Tells_who_the_user_is()
    {
        target.Needs(Capabilities.Profile);
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();

        var answer = await session.Client.Profile(session.Token);

        // Afterwards, so that the token was alive and is the one that the login handed out.
        await session.AssumeRefreshes();
        answer.ShouldSucceedAs(KoyebEndpoints.Profile);
    }

    [Test, Requirement("KOY-PROBE-02")]
    public async Task Tells_nothing_without_a_token()
    {
        target.Needs(Capabilities.Profile);
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        (await session.Client.Profile(session.Token)).Assume(profile => profile.HaveStatus(200));

        var answer = await session.Client.Profile(token: null);

        answer.ShouldBeUnauthenticated();
        await session.AssumeAccepted();
    }
}
