using Conformance.Fixtures.Http;
using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>POST /v1/account/login in edition s26: what may be added to it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class LoginOptionTests(KoyebTarget target)
{
    [Test, Requirement("KOY-LOGIN-23")]
    public async Task Lets_in_with_and_without_a_fingerprint()
    {
        var account = await target.Accounts.Lease();

        var bare = await account.TryAgain();
        var marked = await account.TryLogInWith(
            Call.Json(account.LoginBody()), call => call with { Headers = [.. call.Headers, new("seon-fp", "conformance")] });

        bare.Assume(login => login.HaveSuccessStatus());
        marked.Promise(login => login.HaveSuccessStatus());
    }

    [Test, Requirement("KOY-LOGIN-24")]
    public async Task Opens_the_session_in_the_organization_that_is_asked_for()
    {
        var account = await target.LeaseWithOrganization();
        (await account.TryAgain()).Assume(
            login => login.HaveSuccessStatus().NotHaveText("/token/organization_id", account.OrganizationId!));

        var answer = await account.TryLogInWith(BodyFor(account, account.OrganizationId!));

        answer.Promise(login => login.HaveSuccessStatus().HaveText("/token/organization_id", account.OrganizationId!));
    }

    [Test, Requirement("KOY-LOGIN-24")]
    [NonParallelizable]
    public async Task Opens_no_session_in_an_organization_of_nobody()
    {
        var account = await target.LeaseToFailOneLogin();
        (await account.TryAgain()).Assume(login => login.HaveSuccessStatus());

        var answer = await account.TryInVain(BodyFor(account, KoyebClient.NobodysOrganization));

        answer.Promise(login => login.NotHaveText("/token/organization_id", KoyebClient.NobodysOrganization));
        target.Observe("login for the organization of nobody", answer.InShort());
    }

    private static HttpContent BodyFor(KoyebAccount account, string organization) =>
        Call.Json(new { email = account.Email, password = account.Password.Label, organization_id = organization });
}
