using Conformance.Fixtures.Koyeb;
using Conformance.Suites.Requests;

namespace Conformance.Suites.Koyeb;

/// <summary>The Authorization header: what stands in it, and what stands elsewhere.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class BearerHeaderTests(KoyebTarget target)
{
    private static readonly Softening ModelledAsApiKey = new(
        (exchange, _) => exchange.Response?.Status == 200,
        "The documentation models the header as an API key, so that a token without a scheme is arguable.");

    [Test, Requirement("KOY-AUTH-05")]
    public async Task Refuses_malformed_credentials()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        await session.AssumeAccepted();

        foreach (var line in BearerLines.Malformed)
        {
            var answer = await session.ProbeWithLine(BearerLines.With(session.Token, line)[0]);
            answer.ShouldBeUnauthenticated();
        }

        await session.AssumeAccepted();
    }

    [Test, Requirement("KOY-AUTH-05")]
    public async Task Refuses_a_token_without_a_scheme()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        await session.AssumeAccepted();

        var answer = await session.ProbeWithLine($"Authorization: {session.Token.Label}");

        answer.Promise(refusal => refusal.BeUnauthenticated(), ModelledAsApiKey);
        await session.AssumeAccepted();
    }

    [TestCase("bearer"), TestCase("BEARER")]
    [Requirement("KOY-AUTH-06")]
    public async Task Takes_the_scheme_in_any_case(string scheme)
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        await session.AssumeAccepted();

        var answer = await session.ProbeWithLine($"Authorization: {scheme} {session.Token.Label}");

        answer.Promise(acceptance => acceptance.HaveStatus(200));
        await session.AssumeAccepted();
    }

    [Test, Requirement("KOY-AUTH-09")]
    public async Task Takes_no_identity_from_the_cookies_of_a_login()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        var refused = await session.ProbeWithoutToken();

        var answer = await session.ProbeWithoutToken(session.Begun.CookiesToSendBack());

        answer.ShouldBeRefusedAs(refused);
        // Not before: a refresh, where that is the probe, may end what the cookies stand for.
        await session.AssumeAccepted();
    }

    [Test, Requirement("KOY-AUTH-09")]
    public async Task Takes_no_token_from_the_query()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        await session.AssumeAccepted();
        var refused = await session.ProbeWithoutToken();

        var answer = await session.Probe(call => call with { Token = null, Query = [new("access_token", session.Token.Label)] });

        answer.ShouldBeRefusedAs(refused);
        await session.AssumeAccepted();
    }
}
