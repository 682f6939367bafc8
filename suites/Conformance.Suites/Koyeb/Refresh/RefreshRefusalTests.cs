using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>PUT /v1/account/refresh: what must not get a new token.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class RefreshRefusalTests(KoyebTarget target)
{
    [Test, Requirement("KOY-REFRESH-08")]
    public async Task Refuses_a_request_without_a_token()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAcceptedAsItIs();

        var answer = await session.Client.Refresh(token: null);

        account.Keep(answer).ShouldBeUnauthenticated();
        await session.AssumeRefreshes();
    }

    [Test, Requirement("KOY-REFRESH-09")]
    public async Task Refuses_tokens_that_never_were_any()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAcceptedAsItIs();

        foreach (var token in target.BogusTokens())
            account.Keep(await session.Client.Refresh(token)).ShouldBeUnauthenticated();

        await session.AssumeRefreshes();
    }

    [Test, Requirement("KOY-REFRESH-09")]
    public async Task Refuses_a_token_with_one_wrong_character()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAcceptedAsItIs();

        var answer = await session.Client.Refresh(session.TamperedToken());

        account.Keep(answer).ShouldBeUnauthenticated();
        await session.AssumeRefreshes();
    }
}
