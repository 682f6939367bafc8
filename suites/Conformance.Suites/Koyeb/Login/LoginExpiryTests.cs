using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>POST /v1/account/login: when its token ends, as it tells.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class LoginExpiryTests(KoyebTarget target)
{
    [Test, Requirement("KOY-LOGIN-04")]
    public async Task Tells_the_expiry_in_the_documented_form()
    {
        var login = await LogIn();
        login.NeedExpiry();

        login.Promise(answer => answer.HaveExpiryInForm(), ReplyAssertions.NullForOptionalMember);
    }

    [Test, Requirement("KOY-LOGIN-05")]
    public async Task Tells_an_expiry_in_the_future()
    {
        var login = await LogIn();
        login.Assume(answer => answer.HaveNoExpiryButADate());

        login.Promise(answer => answer.ExpireInFuture(), LoginExpiryAssertions.UnsetExpiry);
    }

    [Test, Requirement("KOY-LOGIN-07")]
    public async Task Tells_the_expiry_that_the_token_tells()
    {
        var login = await LogIn();
        target.Observe("form of tokens", login.Secret("/token/id")!.Shape.IsJwt ? "JWT" : "opaque");

        var expiry = login.NeedExpiryOfJwt();

        login.Promise(answer => answer.ExpireAt(expiry));
    }

    private async Task<Answer> LogIn() => (await (await target.Accounts.Lease()).LogIn()).Begun;
}
