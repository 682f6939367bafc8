using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.Discovery;

namespace Conformance.Suites.Matrix;

/// <summary>GET /v1/auth_metadata: whether and where the OAuth 2.0 API is.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class AuthMetadataTests(MatrixTarget target)
{
    private static readonly Softening OnTestRigs = Softening.OfEverything("A test rig on plain http cannot have an issuer that is https.");

    [Test, Requirement("MTX-META-01")]
    public async Task Says_that_it_lacks_OAuth_where_it_does()
    {
        if (target.Run.Has(Capabilities.OAuth))
            throw new NotApplicableException("The server has the OAuth 2.0 API.");

        (await target.Client.AuthMetadata()).Promise(answer => answer.BeUnrecognizedEndpoint());
    }

    [Test, Requirement("MTX-META-02")]
    public async Task Names_everything_that_OAuth_clients_need()
    {
        target.Needs(Capabilities.OAuth);

        var answer = await target.Client.AuthMetadata();

        answer.Promise(metadata => metadata.HaveRequiredMetadata().HavePlainIssuer());
        answer.Promise(metadata => metadata.HaveIssuerOverTls(), OnTestRigs);
    }

    [Test, Requirement("MTX-META-03")]
    public async Task Supports_what_every_OAuth_client_may_use()
    {
        target.Needs(Capabilities.OAuth);

        var answer = (await target.Client.AuthMetadata()).Assume(metadata => metadata.HaveStatus(200));

        answer.Promise(metadata => metadata
            .HaveAmong("response_types_supported", "code")
            .HaveAmong("grant_types_supported", "authorization_code", "refresh_token")
            .HaveAmong("response_modes_supported", "query", "fragment")
            .HaveAmong("code_challenge_methods_supported", "S256"));
    }

    [Test, Requirement("MTX-META-04")]
    public async Task Describes_by_the_right_types_what_it_may_leave_out()
    {
        target.Needs(Capabilities.OAuth);

        var answer = (await target.Client.AuthMetadata()).Assume(metadata => metadata.HaveStatus(200));

        answer.Promise(metadata => metadata.HaveOptionalMetadataOfTheirTypes());
    }

    [Test, Requirement("MTX-META-05")]
    public async Task Has_the_OAuth_that_a_flow_prefers()
    {
        await AssumePreferred();

        (await target.Client.AuthMetadata()).Promise(metadata => metadata.HaveStatus(200));
    }

    [TestCase("login"), TestCase("register")]
    [Requirement("MTX-META-05")]
    public async Task Redirects_to_single_sign_on_with_an_action(string action)
    {
        await AssumePreferred();
        (await AskForSingleSignOn()).Assume(redirect => redirect.BeRedirectOrPage());

        var answer = await AskForSingleSignOn(KeyValuePair.Create("action", action));

        answer.Promise(redirect => redirect.BeRedirectOrPage());
    }

    private Task<Answer> AskForSingleSignOn(params KeyValuePair<string, string>[] query) => target.Client.Ask(
        MatrixEndpoints.SsoRedirect,
        target.Client.Prefix + MatrixEndpoints.SsoRedirect.Path,
        [KeyValuePair.Create("redirectUrl", "https://client.example.invalid/"), .. query]);

    private async Task AssumePreferred()
    {
        var flows = (await target.Client.LoginFlows()).Assume(answer => answer.HaveStatus(200)).Flows();
        if (!flows.Any(flow => flow.Is(LoginTypes.Sso) && flow.PrefersOAuth))
            throw new NotApplicableException("No flow of GET /login says oauth_aware_preferred.");
    }
}
