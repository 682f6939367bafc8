using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>POST /v1/account/session, edition s26: another session of the same user, in no organization.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class NewSessionTests(KoyebTarget target)
{
    [Test, Requirement("KOY-SESS-01")]
    public async Task Opens_a_session_without_a_body()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        await session.AssumeAccepted();

        var answer = await session.TryBeginAnother();

        answer.ShouldSucceedAs(KoyebEndpoints.NewSession);
    }

    [Test, Requirement("KOY-SESS-02")]
    public async Task Leaves_the_organization_out()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        session.NeedsOrganization();

        var another = await session.BeginAnother();

        another.Begun.Promise(begun => begun.HaveNoOrganization());
    }

    [Test, Requirement("KOY-SESS-03")]
    public async Task Keeps_the_session_of_the_caller()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        await session.BeginAnother();

        await session.ShouldBeUnharmed();
    }

    [Test, Requirement("KOY-SESS-04")]
    public async Task Refuses_a_request_without_a_token()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        await session.AssumeAccepted();

        var answer = account.Keep(await session.Client.BeginNewSession(token: null));

        answer.ShouldBeUnauthenticated();
        await session.BeginAnother();
    }

    [Test, Requirement("KOY-SESS-04")]
    public async Task Refuses_a_token_that_never_was_one()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        await session.AssumeAccepted();

        foreach (var token in target.BogusTokens())
            account.Keep(await session.Client.BeginNewSession(token)).ShouldBeUnauthenticated();

        await session.BeginAnother();
    }

    [Test, Requirement("KOY-SESS-05")]
    public async Task Opens_a_session_of_the_same_user()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        var known = (await session.Probe()).Assume(answer => answer.HaveStatus(200));
        known.NeedsUser();

        var another = await session.BeginAnother();

        another.Begun.Promise(begun => begun.HaveUserOf(session.Begun));
        (await another.Probe()).Promise(answer => answer.HaveStatus(200).HaveUserOf(known));
    }
}
