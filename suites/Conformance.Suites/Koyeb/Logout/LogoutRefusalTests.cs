using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>DELETE /v1/account/logout: what must not log anybody out.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class LogoutRefusalTests(KoyebTarget target)
{
    [Test, Requirement("KOY-LOGOUT-06")]
    public async Task Refuses_a_request_without_a_token()
    {
        var account = await target.Accounts.Lease();
        await account.AssumeHasLoggedOut();
        var session = await account.LiveSession();
        await session.AssumeAccepted();

        var answer = await session.Client.LogOut(token: null);

        answer.ShouldBeUnauthenticated();
        await session.AssumeAccepted();
    }

    [Test, Requirement("KOY-LOGOUT-07")]
    public async Task Refuses_a_token_that_never_was_one()
    {
        var account = await target.Accounts.Lease();
        await account.AssumeHasLoggedOut();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        var answer = await session.Client.LogOut(target.BogusToken());

        answer.ShouldBeUnauthenticated();
        await session.ShouldBeAccepted();
    }

    [Test, Requirement("KOY-LOGOUT-07")]
    public async Task Keeps_the_sessions_of_other_users_on_a_token_that_never_was_one()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var session = await owner.LogIn();
        var bystander = await neighbour.LogIn();
        await session.AssumeAcceptedAsItIs();
        await bystander.AssumeAcceptedAsItIs();

        var answer = await session.Client.LogOut(target.BogusToken());

        answer.Assume(refusal => refusal.BeRefused());
        await session.ShouldBeUnharmed();
        await bystander.ShouldBeUnharmed();
    }

    [TestCase("GET"), TestCase("POST")]
    [Requirement("KOY-LOGOUT-11")]
    public async Task Keeps_the_session_on_a_wrong_method(string method)
    {
        var account = await target.Accounts.Lease();
        await account.AssumeHasLoggedOut();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        await session.Client.CallWith(method, KoyebEndpoints.Logout, session.Token);

        await session.ShouldStayAccepted();
    }
}
