using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>What no server has: paths that the contract does not know, and methods that a path does not know.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class UnknownRequestTests(MatrixTarget target)
{
    // The method that is tried, and the endpoint whose path it is tried on.
    private static readonly (string Method, string Documented, string Path)[] GuardedPaths =
    [
        ("GET", "POST", "/logout"),
        ("PATCH", "POST", "/logout"),
        ("POST", "GET", "/account/whoami"),
        ("POST", "GET", "/devices"),
        ("GET", "POST", "/delete_devices"),
    ];

    private static IEnumerable<TestCaseData> WrongMethods => GuardedPaths
        .Select(tried => (tried.Method, Endpoint: MatrixEndpoints.Match(tried.Documented, tried.Path)))
        .Where(tried => tried.Endpoint is not null)
        .Select(tried => new TestCaseData(tried.Method, tried.Endpoint).SetArgDisplayNames(tried.Method, tried.Endpoint!.Path));

    [TestCase("GET", "/login/nope"), TestCase("POST", "/login/nope"), TestCase("GET", "/nope")]
    [Requirement("MTX-ERR-03")]
    public async Task Does_not_recognize_unknown_paths(string method, string path)
    {
        var answer = await target.Client.CallUnknown(method, target.Run.Settings.PathPrefix + path);

        answer.Promise(refusal => refusal.BeUnrecognizedEndpoint());
    }

    [Test, Requirement("MTX-ERR-03")]
    public async Task Does_not_recognize_unknown_interfaces()
    {
        var answer = await target.Client.CallUnknown("GET", "/_matrix/unknown");

        answer.Promise(refusal => refusal.BeUnrecognizedEndpoint());
    }

    [TestCase("PUT"), TestCase("DELETE")]
    [Requirement("MTX-ERR-04")]
    public async Task Does_not_take_a_wrong_method_for_a_login(string method)
    {
        var answer = await target.Client.CallWith(method, MatrixEndpoints.Login, token: null);

        answer.Promise(refusal => refusal.BeUnrecognizedMethod());
        target.Observe($"Allow in the answer to {method} /login", answer.Tell("Allow"));
    }

    [Test, Requirement("MTX-ERR-04")]
    public async Task Does_not_take_a_wrong_method_for_a_refresh()
    {
        target.Needs(Capabilities.RefreshTokens);

        var answer = await target.Client.CallWith("GET", MatrixEndpoints.Refresh, token: null);

        answer.Promise(refusal => refusal.BeUnrecognizedMethod());
    }

    [TestCaseSource(nameof(WrongMethods)), Requirement("MTX-ERR-04")]
    public async Task Does_not_take_a_wrong_method_with_a_token(string method, Endpoint endpoint)
    {
        if (endpoint.Capability is { } capability)
            target.Needs(capability);

        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.AssumeAccepted();

        var answer = await phone.Client.CallWith(method, endpoint, phone.AccessToken);

        answer.Promise(refusal => refusal.BeUnrecognizedMethod());
        await phone.ShouldBeAccepted();
    }

    [Test, Requirement("MTX-ERR-04")]
    public async Task Does_not_log_out_everywhere_on_GET()
    {
        var account = await target.LeaseToEndAllSessions();
        var phone = await account.LogIn();
        await phone.AssumeAccepted();

        var answer = await phone.Client.CallWith("GET", MatrixEndpoints.LogoutAll, phone.AccessToken);

        answer.Promise(refusal => refusal.BeUnrecognizedMethod());
        await phone.ShouldBeAccepted();
    }
}
