using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.Discovery;

namespace Conformance.Suites.Matrix;

/// <summary>Which endpoints are served under which version segment of the path.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class PathPrefixTests(MatrixTarget target)
{
    private const string Root = "/_matrix/client";

    [Test, Requirement("MTX-VER-06")]
    public Task Serves_sessions_under_the_prefix_of_later_versions() => ServesSessionsUnder(target.Under("v3"));

    [Test, Requirement("MTX-VER-06")]
    public Task Serves_sessions_under_the_prefix_of_old_versions()
    {
        target.NeedsClaimOfOldVersion();
        return ServesSessionsUnder(target.Under("r0"));
    }

    [Test, Requirement("MTX-VER-07")]
    public async Task Serves_something_or_nothing_under_the_unstable_prefix()
    {
        var answer = await target.CallUnder("unstable", "GET", "/login");

        target.Observe($"GET {Root}/unstable/login", answer.InShort());
    }

    [Test, Requirement("MTX-VER-09")]
    public async Task Serves_refreshing_under_its_own_prefix()
    {
        target.Needs(Capabilities.RefreshTokens);
        var token = target.BogusToken();

        (await target.Under("v3").Refresh(token)).Promise(answer => answer.BeRouted());

        var old = await target.CallUnder("r0", "POST", "/refresh", Call.Json(new { refresh_token = token.Label }));
        target.Observe($"POST {Root}/r0/refresh", old.InShort());
    }

    [TestCase("POST", "/login/get_token", "v1.7"), TestCase("GET", "/auth_metadata", "v1.15")]
    [Requirement("MTX-VER-09")]
    public async Task Serves_newer_endpoints_under_their_own_prefix(string method, string path, string since)
    {
        target.NeedsClaimSince(since);
        var endpoint = MatrixEndpoints.Match(method, path)!;
        var own = await target.Under("v1").Ask(endpoint, $"{Root}/v1{path}");
        var other = await target.CallUnder("v3", method, path);
        if (!own.Is(answer => answer.BeRouted()) && !other.Is(answer => answer.HaveOneOfStatuses(200, 401).BeJsonObject()))
            throw new NotApplicableException($"The server does not have {path}.");

        own.Promise(answer => answer.BeRouted());
    }

    [Test, Requirement("MTX-VER-10")]
    public async Task Recognizes_no_version_that_there_is_not()
    {
        var answer = await target.CallUnder("v99", "GET", "/login");

        answer.Promise(flows => flows.BeUnrecognizedEndpoint());
    }

    private async Task ServesSessionsUnder(MatrixClient prefix)
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LiveSession(), await account.LogIn());
        var flows = (await account.Client.LoginFlows()).Assume(answer => answer.HaveStatus(200));
        await laptop.LogOut();
        await laptop.AssumeEnded();
        await phone.AssumeAccepted();

        (await prefix.LoginFlows()).Promise(answer => answer.ListFlowTypes(flows.FlowTypes()));
        (await prefix.WhoAmI(phone.AccessToken)).Promise(answer => answer.HaveStatus(200));
        (await prefix.LogOut(phone.AccessToken)).Promise(answer => answer.HaveSuccessStatus());

        await phone.ShouldHaveEnded(phone.AccessToken);
    }
}
