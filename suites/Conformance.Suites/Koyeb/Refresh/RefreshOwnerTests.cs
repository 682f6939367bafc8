using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>PUT /v1/account/refresh: whose the new token is, and for which organization.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class RefreshOwnerTests(KoyebTarget target)
{
    [Test, Requirement("KOY-REFRESH-04")]
    public async Task Tells_the_same_user_and_organization()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        var login = session.Begun;

        var answer = await session.Renew();

        answer.Assume(refresh => refresh.HaveStatus(200).HaveTextAt("/token/id")).ShouldKeepOwner(login);
    }

    [Test, Requirement("KOY-REFRESH-04")]
    public async Task Stays_with_the_user_of_the_profile()
    {
        target.Needs(Capabilities.Profile);
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        var profile = await session.Client.Profile(session.Token);
        profile.Assume(before => before.HaveStatus(200).HaveTextAt("/user/id"));

        var renewed = await session.Refresh();

        (await session.Client.Profile(renewed.Token)).Assume(after => after.HaveStatus(200))
            .Promise(after => after.HaveText("/user/id", profile.Text("/user/id")!));
    }

    [Test, Requirement("KOY-REFRESH-04")]
    public async Task Leaves_a_session_without_an_organization_without_one()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        session.NeedsOrganization();
        var another = await session.BeginAnother();
        another.Begun.Assume(begun => begun.HaveNoOrganization());

        var answer = await another.TryRefresh();

        answer.Assume(refresh => refresh.HaveStatus(200).HaveTextAt("/token/id")).Promise(refresh => refresh.HaveNoOrganization());
    }
}
