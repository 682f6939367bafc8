using Conformance.Fixtures.Matrix;
using Conformance.Suites.Requests;

namespace Conformance.Suites.Matrix;

/// <summary>The Authorization header, well-formed, malformed and odd.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class TokenHeaderTests(MatrixTarget target)
{
    private const string TokenLine = "Authorization: Bearer {token}";

    private const string UnknownTokenLine = "Authorization: Bearer no-token";

    private static readonly Softening Crash = new(
        (exchange, _) => exchange.Response is { Status: >= 500 },
        "The request breaks HTTP or its usual bounds, so that something before the homeserver may have failed at it.");

    private static readonly string[][] BreakingHttp =
    [
        [$"Authorization: Bearer {new string('x', 64 * 1024)}"],
        ["Authorization: Bearer no-token\0{token}"],
        ["Authorization: Bearer {token}\u00e9"],
        ["Authorization: Bearer", "Authorization: Basic {token}"],
    ];

    private static readonly (string Name, string[] Lines)[] Doubled =
    [
        ("twice the same token", [TokenLine, TokenLine]),
        ("a token, then an unknown one", [TokenLine, UnknownTokenLine]),
        ("an unknown token, then a token", [UnknownTokenLine, TokenLine]),
    ];

    [Test, Requirement("MTX-TOK-08")]
    public async Task Refuses_malformed_credentials()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, bystander) = (await owner.LogIn(), await neighbour.LiveSession());
        await phone.AssumeAcceptedAsRawLine();
        await bystander.AssumeAccepted();

        foreach (var line in BearerLines.Malformed)
        {
            (await phone.CallWithHeaders(
                MatrixEndpoints.WhoAmI, BearerLines.With(phone.AccessToken, line))).Promise(whoami => whoami.BeRefusedForItsCredentials());
            (await phone.CallWithHeaders(
                MatrixEndpoints.Logout, BearerLines.With(phone.AccessToken, line))).Promise(logout => logout.BeRefusedForItsCredentials());
        }

        await phone.AssumeAcceptedAsRawLine();
        await bystander.AssumeAccepted();
    }

    [Test, Requirement("MTX-TOK-08")]
    public async Task Refuses_credentials_that_break_HTTP()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAcceptedAsRawLine();

        foreach (var lines in BreakingHttp)
        {
            var answer = await phone.CallBreakingHttp(MatrixEndpoints.WhoAmI, BearerLines.With(phone.AccessToken, lines)).AnswerIfAny();
            answer?.Promise(refusal => refusal.BeRefused(), Crash);
        }

        (await phone.CallWithHeaders(
            MatrixEndpoints.WhoAmI, "Authorization: Bearer")).Promise(refusal => refusal.BeRefusedForItsCredentials());
        await phone.AssumeAcceptedAsRawLine();
    }

    [Test, Requirement("MTX-TOK-09")]
    public async Task Does_something_with_odd_spellings_of_the_scheme()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAcceptedAsRawLine();

        foreach (var (name, line) in BearerLines.OddSpellings)
        {
            var answer = await phone.CallWithHeaders(MatrixEndpoints.WhoAmI, BearerLines.With(phone.AccessToken, line));
            target.Observe($"scheme {name}", answer.InShort());
        }
    }

    [Test, Requirement("MTX-TOK-10")]
    public async Task Does_something_with_two_headers()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAcceptedAsRawLine();

        foreach (var (name, lines) in Doubled)
        {
            var answer = await phone.CallBreakingHttp(MatrixEndpoints.WhoAmI, BearerLines.With(phone.AccessToken, lines)).AnswerIfAny();
            target.Observe($"two Authorization headers: {name}", answer?.InShort() ?? "no answer");
        }
    }
}
