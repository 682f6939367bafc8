using Conformance.Fixtures.Http;
using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Waiting;
using Conformance.Record.Secrets;

namespace Conformance.Suites.Koyeb;

/// <summary>What the contract leaves open about PUT /v1/account/refresh, as this server does it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class RefreshObservationTests(KoyebTarget target)
{
    // Tokens that tell the second of their birth are the same within it.
    private static readonly TimeSpan OverASecond = TimeSpan.FromSeconds(1.1);

    [Test, Requirement("KOY-REFRESH-06")]
    public async Task Hands_out_the_same_token_or_another()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        var renewed = await session.Refresh();

        var isSame = renewed.Token == session.Token
            && (await Polling.Later(OverASecond, session.TryRefresh)).Secret("/token/id") == session.Token;

        target.Observe("token of a refresh", isSame ? "the same" : "another");
    }

    [Test, Requirement("KOY-REFRESH-07")]
    public async Task Does_something_with_the_old_token()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.Refresh();

        var atOnce = await session.Fate();
        var later = await Polling.Later(target.Run.Tolerances.Revocation, session.ProbeEnd);

        target.Observe("old token right after a refresh", target.BesideDeclared(atOnce));
        target.Observe("old token a while after a refresh", target.BesideDeclared(session.FateIn(later)));
    }

    [Test, Requirement("KOY-REFRESH-11")]
    public async Task Does_something_with_an_expired_token()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();

        var answer = await session.AskWhenExpired(session.TryRefresh);

        target.Observe("refresh with an expired token", answer.InShort());
    }

    [Test, Requirement("KOY-REFRESH-14")]
    public async Task Does_something_with_two_requests_at_once()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();

        var answers = await Task.WhenAll(session.TryRefresh(), session.TryRefresh());

        var tokens = answers.Select(answer => answer.Secret("/token/id")).OfType<Secret>().Distinct().ToList();
        var asked = await Task.WhenAll(tokens.Select(token => account.Ask(token)));
        target.Observe("two refreshes at once", string.Join(", ", answers.Select(answer => answer.InShort()).Order()));
        target.Observe("tokens of two refreshes at once", $"{tokens.Count}, of which {asked.Count(answer => answer.Status == 200)} work");
    }

    [TestCase("{}"), TestCase("no JSON")]
    [Requirement("KOY-REFRESH-15")]
    public async Task Does_something_with_a_body(string body)
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        var answer = await session.Client.Send(KoyebEndpoints.Refresh, session.Token, call => call with { Body = Call.Text(body) });

        target.Observe($"refresh with the body {body}", account.Keep(answer).InShort());
    }

    [Test, Requirement("KOY-REFRESH-16")]
    public async Task Does_something_with_the_old_token_when_the_new_one_is_logged_out()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        var renewed = await session.RefreshToAnother();
        var before = await session.Fate();

        await renewed.LogOut();
        await renewed.AwaitEnd();

        target.Observe("old token before the logout of the new one", before);
        target.Observe("old token after the logout of the new one", await session.Fate());
    }

    [Test, Requirement("KOY-REFRESH-16")]
    public async Task Does_something_with_the_new_token_when_the_old_one_is_logged_out()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        var renewed = await session.RefreshToAnother();

        var logout = await session.TryLogOut();
        await session.AwaitEnd();

        target.Observe("logout of the old token", logout.InShort());
        target.Observe("new token after the logout of the old one", await renewed.Fate());
    }
}
