using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.Discovery;

namespace Conformance.Suites.Matrix;

/// <summary>GET /versions: which versions of the contract the server claims.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class VersionsTests(MatrixTarget target)
{
    [Test, Requirement("MTX-VER-01")]
    public async Task Lists_versions_to_anybody() =>
        (await target.Client.Versions()).Promise(answer => answer.ListVersions());

    [Test, Requirement("MTX-VER-02")]
    public async Task Lists_versions_that_look_like_versions() =>
        (await target.Client.Versions()).Assume(answer => answer.HaveStatus(200)).Promise(answer => answer.ListWellFormedVersions());

    [Test, Requirement("MTX-VER-03")]
    public async Task Lists_no_version_that_never_was() =>
        (await target.Client.Versions()).Assume(answer => answer.HaveStatus(200)).Promise(answer => answer.NotListVersion("v1.0"));

    [Test, Requirement("MTX-VER-04")]
    public async Task Describes_unstable_features_by_booleans() =>
        (await target.Client.Versions()).Assume(answer => answer.HaveStatus(200)).Promise(answer => answer.DescribeFeaturesByBooleans());

    [Test, Requirement("MTX-VER-05")]
    public async Task Tells_more_or_less_to_those_with_a_token()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAccepted();
        var anonymous = (await target.Client.Versions()).Assume(answer => answer.HaveStatus(200));

        var known = await target.Client.Versions(phone.AccessToken);
        var unknown = await target.Client.Versions(target.BogusToken());

        target.Observe(
            "GET /versions with a token", known.Body == anonymous.Body ? "the same answer as without" : $"another answer, {known.Status}");
        target.Observe("GET /versions with an unknown token", unknown.InShort());
    }
}
