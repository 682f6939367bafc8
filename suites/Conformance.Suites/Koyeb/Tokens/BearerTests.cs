using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>Bearer tokens: that of a login opens the doors, and no other text opens any.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class BearerTests(KoyebTarget target)
{
    [Test, Requirement("KOY-AUTH-01")]
    public async Task Refuses_requests_without_a_token()
    {
        var account = await target.Accounts.Lease();
        await account.AssumeHasLoggedOut();
        var session = await account.LogIn();
        await session.AssumeAcceptedWhereItIsGuarded();

        await account.ShouldGuardItsEndpoints(token: null);

        await session.AssumeAccepted();
    }

    [Test, Requirement("KOY-AUTH-02")]
    public async Task Refuses_tokens_that_never_were_any()
    {
        var account = await target.Accounts.Lease();
        await account.AssumeHasLoggedOut();
        var session = await account.LogIn();
        await session.AssumeAcceptedWhereItIsGuarded();

        foreach (var token in target.BogusTokens())
            await account.ShouldGuardItsEndpoints(token);

        await session.AssumeAccepted();
    }

    [Test, Requirement("KOY-AUTH-03")]
    public async Task Refuses_a_token_with_one_wrong_character()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        await session.AssumeAccepted();

        var answer = await account.Ask(session.TamperedToken());

        answer.ShouldBeUnauthenticated();
        await session.AssumeAccepted();
    }

    [Test, Requirement("KOY-AUTH-04")]
    public async Task Accepts_the_token_of_a_login_as_a_bearer()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();

        await session.ShouldBeAccepted();
    }

    [Test, Requirement("KOY-AUTH-11")]
    public async Task Says_something_about_the_scheme_when_it_refuses()
    {
        var account = await target.Accounts.Lease();

        var missing = await account.Ask(token: null);
        var unknown = await account.Ask(target.BogusToken());

        target.Observe("WWW-Authenticate without a token", missing.Tell("WWW-Authenticate"));
        target.Observe("WWW-Authenticate with an unknown token", unknown.Tell("WWW-Authenticate"));
    }
}
