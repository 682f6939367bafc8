using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>Tokens end when they say.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class TokenExpiryTests(KoyebTarget target)
{
    [Test, Requirement("KOY-AUTH-10")]
    public async Task Ends_the_token_with_its_lifetime()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        await session.ShouldExpire();

        await account.AssumeLetsIn(session);
    }

    [Test, Requirement("KOY-AUTH-10")]
    public async Task Refuses_the_logout_of_an_expired_token()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        var answer = await session.AskWhenExpired(session.TryLogOut);

        answer.ShouldRefuseExpired();
        await (await account.LogIn()).LogOut();
    }
}
