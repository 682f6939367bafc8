using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.Discovery;

namespace Conformance.Suites.Matrix;

/// <summary>GET /login: what is announced is there, and nothing else.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LoginFlowTests(MatrixTarget target)
{
    [Test, Requirement("MTX-FLOW-02")]
    public async Task Lists_the_same_flows_to_those_with_a_stale_token()
    {
        var anonymous = (await target.Client.LoginFlows()).Assume(answer => answer.HaveStatus(200));

        var answer = await target.Client.LoginFlows(target.BogusToken());

        answer.Promise(flows => flows.ListFlowTypes(anonymous.FlowTypes()));
    }

    [Test, Requirement("MTX-FLOW-04")]
    public async Task Has_the_login_tokens_that_it_announces()
    {
        var flows = (await target.Client.LoginFlows()).Assume(answer => answer.HaveStatus(200)).Flows();
        if (!flows.Any(flow => flow.Is(LoginTypes.Token) && flow.AnnouncesLoginTokens))
            throw new NotApplicableException("GET /login does not announce that login tokens can be got.");

        (await target.Client.GetLoginToken(token: null, new { })).Promise(answer => answer.BeRouted());
    }

    [Test, Requirement("MTX-FLOW-06")]
    public async Task Says_that_it_lacks_the_legacy_API_where_it_does()
    {
        var answer = await target.Client.LoginFlows();
        if (answer.Status == 200)
            throw new NotApplicableException("The server has the legacy API: GET /login answered 200.");

        answer.Assume(flows => flows.BeRefused()).Promise(flows => flows.BeUnrecognizedEndpoint());
    }

    [Test, Requirement("MTX-FLOW-07")]
    public async Task Offers_the_legacy_API_or_OAuth()
    {
        var (flows, metadata) = (await target.Client.LoginFlows(), await target.Client.AuthMetadata());

        flows.Promise(answer => answer.BeOfferedOr(metadata));
    }

    [Test, Requirement("MTX-FLOW-08")]
    public async Task Lets_in_by_the_password_that_it_announces()
    {
        var flows = (await target.Client.LoginFlows()).Assume(answer => answer.HaveStatus(200)).Flows();
        if (!flows.Any(flow => flow.Is(LoginTypes.Password)))
            throw new NotApplicableException("GET /login does not announce m.login.password.");

        var account = await target.Accounts.Lease();
        var answer = await account.TryLogIn();

        // A user whom another scenario's logout has locked out says nothing of the flow.
        answer.Assume(login => login.NotBeForbidden()).PromiseFirst(login => login.HaveStatus(200));
        await account.Open(answer).ShouldBeAccepted();
    }

    [Test, Requirement("MTX-FLOW-08")]
    public async Task Refuses_a_login_type_that_nobody_has_heard_of()
    {
        const string Type = "org.example.conformance.unheard-of";
        await NeedsNoFlow(Type);
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var answer = await account.TryLogInWith(account.PasswordLogin().With("type", Type));

        answer.Promise(login => login.HaveStatus(400));
    }

    [Test, Requirement("MTX-FLOW-08")]
    public async Task Refuses_login_tokens_that_it_does_not_announce()
    {
        target.Needs(Capabilities.LoginTokens);
        await NeedsNoFlow(LoginTypes.Token);
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        var loginToken = await phone.TakeLoginToken();

        var answer = await account.TryLogInWith(loginToken);

        answer.Promise(login => login.HaveStatus(400));
        await phone.AssumeAccepted();
    }

    private async Task NeedsNoFlow(string type)
    {
        var flows = (await target.Client.LoginFlows()).Assume(answer => answer.HaveStatus(200)).Flows();
        if (flows.Any(flow => flow.Is(type)))
            throw new NotApplicableException($"GET /login announces {type}.");
    }
}
