using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>PUT /v1/account/refresh: the same user in the same organization, for longer.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class RefreshTests(KoyebTarget target)
{
    private const int LinksOfChain = 5;

    private static IEnumerable<TestCaseData> Origins =>
        KoyebOrigin.Unrefreshed.Select(origin => new TestCaseData(origin).SetArgDisplayNames(origin.Name));

    [Test, Requirement("KOY-REFRESH-01")]
    public async Task Answers_like_a_login()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAcceptedAsItIs();

        var answer = await session.Renew();

        answer.ShouldSucceedAs(KoyebEndpoints.Refresh);
    }

    [Test, Requirement("KOY-REFRESH-02")]
    public async Task Needs_neither_a_body_nor_its_type()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAcceptedAsItIs();

        // The HTTP library sends Content-Length: 0 with it.
        var answer = await session.Renew();

        answer.Promise(refresh => refresh.HaveSuccessStatus());
    }

    [Test, Requirement("KOY-REFRESH-02")]
    public async Task Needs_no_length_of_a_body()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAcceptedAsItIs();

        var answer = await session.Client.Send(
            KoyebEndpoints.Refresh, session.Token, call => call with { OmittedHeaders = ["Content-Length"] });

        account.Keep(answer).Promise(refresh => refresh.HaveSuccessStatus(), RefreshPromises.LengthRequired);
    }

    [Test, Requirement("KOY-REFRESH-03")]
    public async Task Hands_out_a_token_that_works()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAcceptedAsItIs();

        var answer = await session.Renew();

        answer.Assume(refresh => refresh.HaveSuccessStatus()).PromiseFirst(refresh => refresh.HaveTextAt("/token/id"));
        answer.PromiseFirst(refresh => refresh.HaveSendableToken("/token/id"));
        await session.ShouldBeAccepted();
    }

    [Test, Requirement("KOY-REFRESH-05")]
    public async Task Prolongs_the_session()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        var login = session.Begun;

        var answer = await session.Renew();

        answer.Assume(refresh => refresh.HaveStatus(200)).ShouldExpireNoSoonerThan(login);
    }

    [TestCaseSource(nameof(Origins)), Requirement("KOY-REFRESH-12")]
    public async Task Can_be_repeated_with_the_newest_token(KoyebOrigin origin)
    {
        var session = await origin.Open(await origin.Lease(target));
        await session.AssumeAcceptedAsItIs();
        await session.AssumeRefreshes();

        for (var link = 1; link < LinksOfChain; link++)
        {
            await session.ShouldRefresh();
            await session.ShouldBeAccepted();
        }
    }

    [Test, Requirement("KOY-REFRESH-13")]
    public async Task Keeps_the_other_sessions_of_the_user()
    {
        var account = await target.Accounts.Lease();
        var (session, other) = await account.LogInTwice();
        await other.AssumeAccepted();

        await session.AssumeRefreshes();

        await other.ShouldBeUnharmed();
    }
}
