using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>POST /v1/account/login and the Authorization header, which it does not need.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class BearerAtLoginTests(KoyebTarget target)
{
    [Test, Requirement("KOY-AUTH-07")]
    public async Task Lets_in_without_a_token_who_could_send_one()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        var login = account.Keep(await account.TryLogIn());

        if (!login.Is(answer => answer.HaveSuccessStatus()))
        {
            // Where a second session is refused with a token too, that is no word on the header.
            (await account.TryLogInBearing(session.Token)).Assume(answer => answer.HaveSuccessStatus());
        }

        login.Promise(answer => answer.HaveSuccessStatus());
    }

    [Test, Requirement("KOY-AUTH-08")]
    public async Task Does_something_with_a_token()
    {
        var account = await target.Accounts.Lease();
        var ended = await account.LogIn();
        await ended.LogOut();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        var valid = await account.TryLogInBearing(session.Token);
        var invalid = await account.TryLogInBearing(target.BogusToken());
        var stale = await account.TryLogInBearing(ended.Token);

        target.Observe("login with a valid token", valid.InShort());
        target.Observe("login with an invalid token", invalid.InShort());
        target.Observe("login with a logged-out token", stale.InShort());
    }
}
