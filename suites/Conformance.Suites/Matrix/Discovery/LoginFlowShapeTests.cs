using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.Discovery;

namespace Conformance.Suites.Matrix;

/// <summary>GET /login: the shape of the flows.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LoginFlowShapeTests(MatrixTarget target)
{
    private static readonly Softening OnOtherFlow =
        Softening.OfEverything("The contract gives get_login_token no meaning on other flows, and does not forbid it there.");

    [Test, Requirement("MTX-FLOW-01")]
    public async Task Lists_flows_that_have_a_type() =>
        (await target.Client.LoginFlows()).Promise(answer => answer.ListFlows());

    [Test, Requirement("MTX-FLOW-03")]
    public async Task Announces_login_tokens_by_a_boolean()
    {
        var answer = (await target.Client.LoginFlows()).Assume(flows => flows.HaveStatus(200));

        answer.Promise(flows => flows.AnnounceLoginTokensByBooleans());
        answer.Promise(flows => flows.AnnounceLoginTokensInTheirFlow(), OnOtherFlow);
    }

    [Test, Requirement("MTX-FLOW-05")]
    public async Task Describes_identity_providers()
    {
        var answer = (await target.Client.LoginFlows()).Assume(flows => flows.HaveStatus(200));
        var singleSignOn = answer.Flows().Where(flow => flow.Is(LoginTypes.Sso)).ToList();
        if (singleSignOn.Count == 0)
            throw new NotApplicableException("GET /login does not announce m.login.sso.");

        singleSignOn.ForEach(flow => answer.Promise(flows => flows.HaveShapeOf(flow)));
    }
}
