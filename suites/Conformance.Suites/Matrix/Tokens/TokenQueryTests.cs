using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.Discovery;
using Conformance.Record.Secrets;

namespace Conformance.Suites.Matrix;

/// <summary>Access tokens in the query, which were part of the contract until v1.19.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class TokenQueryTests(MatrixTarget target)
{
    private const string Parameter = "access_token";

    // Empty, unknown, and beyond ASCII.
    private static readonly string[] Malformed = ["", "no-token", "no-tok\u00e9n"];

    [Test, Requirement("MTX-TOK-02")]
    public async Task Accepts_the_token_in_the_query()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAccepted();

        var whoami = await phone.CallWithQueryOnly(MatrixEndpoints.WhoAmI, (Parameter, phone.AccessToken.Label));

        whoami.ShouldAcceptTheToken();
    }

    [Test, Requirement("MTX-TOK-02")]
    public async Task Logs_out_by_the_token_in_the_query()
    {
        var account = await target.Accounts.Lease();
        var (phone, tablet) = (await account.LogIn(), await account.LogIn());
        // Where logouts end nothing anyway, or too much, that is judged elsewhere.
        await tablet.LogOut();
        await tablet.AssumeEnded();
        await phone.AssumeAccepted();
        var laptop = await account.LiveSession();

        var logout = await phone.CallWithQueryOnly(MatrixEndpoints.Logout, (Parameter, phone.AccessToken.Label));

        logout.ShouldAcceptTheToken();
        await phone.ShouldHaveEnded(phone.AccessToken);
        await laptop.AssumeAccepted();
    }

    [Test, Requirement("MTX-TOK-03")]
    public async Task Takes_no_token_from_the_query_once_it_is_no_place_for_one()
    {
        target.NeedsOnlyEditionsSince("v1.20");
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAccepted();

        var whoami = await phone.CallWithQueryOnly(MatrixEndpoints.WhoAmI, (Parameter, phone.AccessToken.Label));

        whoami.Promise(answer => answer.BeRefusedWith(MatrixErrors.MissingToken));
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-TOK-08")]
    public async Task Refuses_malformed_credentials_in_the_query()
    {
        target.NeedsClaimUntil("v1.19");
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        (await phone.CallWithQueryOnly(
            MatrixEndpoints.WhoAmI, (Parameter, phone.AccessToken.Label))).Assume(whoami => whoami.HaveStatus(200));

        foreach (var value in Malformed)
        {
            var whoami = await phone.CallWithQueryOnly(MatrixEndpoints.WhoAmI, (Parameter, value));
            whoami.Promise(answer => answer.BeRefusedForItsCredentials());
        }

        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-TOK-10")]
    public async Task Does_something_with_a_token_in_header_and_query()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LiveSession(), await account.LiveSession());
        await phone.AssumeAccepted();
        await laptop.AssumeAccepted();

        var same = await phone.CallWithQuery(MatrixEndpoints.WhoAmI, (Parameter, phone.AccessToken.Label));
        var other = await phone.CallWithQuery(MatrixEndpoints.WhoAmI, (Parameter, laptop.AccessToken.Label));
        var unknown = await phone.CallWithQuery(MatrixEndpoints.WhoAmI, (Parameter, target.BogusToken().Label));

        target.Observe("the same token in header and query", same.InShort());
        target.Observe("another token in the query than in the header", $"{other.InShort()} {Winner(other, phone, laptop)}".TrimEnd());
        target.Observe("a token in the header, an unknown one in the query", unknown.InShort());
    }

    [Test, Requirement("MTX-TOK-10")]
    public async Task Does_something_with_two_tokens_in_the_query()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAccepted();

        var same = await AskWithTwo(phone, phone.AccessToken, phone.AccessToken);
        var unknownLast = await AskWithTwo(phone, phone.AccessToken, target.BogusToken());
        var unknownFirst = await AskWithTwo(phone, target.BogusToken(), phone.AccessToken);

        target.Observe("twice the same token in the query", same.InShort());
        target.Observe("a token in the query, then an unknown one", unknownLast.InShort());
        target.Observe("an unknown token in the query, then a token", unknownFirst.InShort());
    }

    private static Task<Answer> AskWithTwo(MatrixSession session, Secret first, Secret second) =>
        session.CallWithQueryOnly(MatrixEndpoints.WhoAmI, (Parameter, first.Label), (Parameter, second.Label));

    private static string Winner(Answer whoami, MatrixSession inHeader, MatrixSession inQuery) => whoami.Text("/device_id") switch
    {
        null => "",
        var device when device == inHeader.DeviceId => "(header wins)",
        var device when device == inQuery.DeviceId => "(query wins)",
        _ => "(neither)",
    };
}
