using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>Methods that the contract does not have for a path: they do nothing.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class WrongMethodTests(KoyebTarget target)
{
    private static readonly (string Method, Endpoint Endpoint)[] Tried =
    [
        ("GET", KoyebEndpoints.Login),
        ("GET", KoyebEndpoints.Logout),
        ("POST", KoyebEndpoints.Logout),
        ("GET", KoyebEndpoints.Refresh),
        ("POST", KoyebEndpoints.Refresh),
        ("GET", KoyebEndpoints.PasswordlessLogin),
    ];

    private static IEnumerable<TestCaseData> WrongMethods =>
        Tried.Select(tried => new TestCaseData(tried.Method, tried.Endpoint).SetArgDisplayNames(tried.Method, tried.Endpoint.Path));

    [TestCaseSource(nameof(WrongMethods)), Requirement("KOY-GEN-12")]
    public async Task Does_nothing_on_a_wrong_method(string method, Endpoint endpoint)
    {
        target.Needs(endpoint);
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        var answer = account.Keep(await session.Client.CallWith(method, endpoint, session.Token));

        answer.Promise(refusal => refusal.HaveOneOfStatuses(404, 405, 501).HaveNothingAt("/token"));
        await session.ShouldBeAccepted();
    }

    [TestCaseSource(nameof(WrongMethods)), Requirement("KOY-GEN-12")]
    public async Task Does_nothing_on_a_wrong_method_without_a_token(string method, Endpoint endpoint)
    {
        target.Needs(endpoint);
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        var answer = account.Keep(await session.Client.CallWith(method, endpoint, token: null));

        answer.Promise(refusal => refusal.HaveOneOfStatuses(401, 404, 405, 501).HaveNothingAt("/token"), KoyebErrors.Forbidden);
        await session.ShouldBeAccepted();
    }
}
