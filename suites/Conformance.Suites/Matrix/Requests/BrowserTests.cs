using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.Discovery;

namespace Conformance.Suites.Matrix;

/// <summary>Clients that run in browsers: the server tells what they may call, and lets them read its answers.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class BrowserTests(MatrixTarget target)
{
    [Test, Requirement("MTX-CORS-01")]
    public Task Answers_preflights_on_every_endpoint() => ShouldAnswerOptions(endpoint => target.Client.AskAsBrowser(endpoint));

    [Test, Requirement("MTX-CORS-01")]
    public Task Answers_bare_OPTIONS_on_every_endpoint() => ShouldAnswerOptions(endpoint => target.Client.AskForOptions(endpoint));

    [Test, Requirement("MTX-CORS-04")]
    public async Task Lets_browsers_read_every_kind_of_error()
    {
        var account = await target.Accounts.Lease();
        var client = account.Client;

        Answer[] answers =
        [
            await client.WhoAmI(token: null),
            await client.WhoAmI(target.BogusToken()),
            await client.LogIn(
                new { type = "m.login.password", identifier = new { type = "m.id.user", user = account.User }, password = "conformance" }),
            await client.CallUnknown("GET", target.Run.Settings.PathPrefix + "/login/nope"),
            await client.CallWith("PUT", MatrixEndpoints.Login, token: null),
            await account.TryLogInWith(Call.Text("{")),
        ];

        // Some servers answer paths that they do not know with a page: that is no error.
        foreach (var error in answers.AssumeErrors())
            error.Promise(answer => answer.BeReadableInBrowsers());
    }

    [Test, Requirement("MTX-CORS-07")]
    public async Task Exposes_headers_to_browsers()
    {
        var answer = await target.Client.LoginFlows();

        target.Observe("Access-Control-Expose-Headers", answer.Tell("Access-Control-Expose-Headers"));
    }

    private async Task ShouldAnswerOptions(Func<Endpoint, Task<Answer>> ask)
    {
        foreach (var endpoint in await EndpointsToHave())
        {
            var answer = await ask(endpoint);
            if (answer.Status is not (404 or 405 or 501) || await target.Client.Serves(endpoint))
                answer.Promise(options => options.HaveSuccessStatus());
        }
    }

    // A server without single sign-on need not send anybody there.
    private async Task<IEnumerable<Endpoint>> EndpointsToHave()
    {
        var flows = (await target.Client.LoginFlows()).FlowTypes();
        return MatrixEndpoints.All.Where(endpoint =>
            target.Run.Has(endpoint) && (endpoint != MatrixEndpoints.SsoRedirect || flows.Contains(LoginTypes.Sso)));
    }
}
