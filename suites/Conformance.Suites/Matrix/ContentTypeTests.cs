using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>The Content-Type of requests: it may be left out.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class ContentTypeTests(MatrixTarget target)
{
    // Calls that may be made twice with the same outcome. Nobody has the device that one of them asks to delete.
    private static readonly (string Method, string Path, Dictionary<string, object> Body)[] Repeatable =
    [
        ("POST", "/keys/query", new() { ["device_keys"] = new { } }),
        ("PUT", "/devices/{deviceId}", new() { ["display_name"] = "Conformance" }),
        ("POST", "/delete_devices", new() { ["devices"] = new[] { "CONFORMANCE-NO-SUCH-DEVICE" } }),
    ];

    private static IEnumerable<TestCaseData> Calls => Repeatable
        .Select(call => (Endpoint: MatrixEndpoints.Match(call.Method, call.Path), call.Body))
        .Where(call => call.Endpoint is not null)
        .Select(call => new TestCaseData(call.Endpoint, call.Body).SetArgDisplayNames(call.Endpoint!.ToString()));

    [Test, Requirement("MTX-HTTP-02")]
    public async Task Reads_a_login_without_a_content_type()
    {
        var account = await target.Accounts.Lease();
        (await account.TryLogInWith(Call.Text(account.LoginText()))).Assume(login => login.HaveStatus(200));

        var answer = await account.TryLogInWith(Call.Unlabelled(account.LoginBody()));

        answer.Promise(login => login.HaveStatus(200));
    }

    [Test, Requirement("MTX-HTTP-02")]
    public async Task Reads_a_refresh_without_a_content_type()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.Refresh();

        var answer = await phone.TryRefresh(Call.Unlabelled(new { refresh_token = phone.RefreshToken!.Label }));

        answer.Promise(refreshed => refreshed.HaveStatus(200));
    }

    [TestCaseSource(nameof(Calls)), Requirement("MTX-HTTP-02")]
    public async Task Does_not_care_for_a_content_type(Endpoint endpoint, Dictionary<string, object> body)
    {
        if (endpoint.Capability is { } capability)
        {
            target.Needs(capability);
        }

        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var labelled = await account.Authenticate(body, sent => phone.CallWithBody(endpoint, Call.Json(sent)));
        labelled.NeedsItsEndpoint().Assume(answer => answer.HaveStatus(200));
        await phone.AssumeAccepted();

        // The password in the body shows that it was read.
        var unlabelled = await account.Authenticate(body, sent => phone.CallWithBody(endpoint, Call.Unlabelled(sent)));

        unlabelled.Promise(answer => answer.HaveStatus(200));
    }

    [TestCase("text/plain"), TestCase("application/x-www-form-urlencoded")]
    [Requirement("MTX-HTTP-03")]
    public async Task Does_something_with_a_wrong_content_type(string mediaType)
    {
        var account = await target.Accounts.Lease();

        var answer = await account.TryLogInWith(Call.Text(account.LoginText(), mediaType));

        target.Observe($"login as {mediaType}", answer.InShort());
    }

    [TestCase("text/plain"), TestCase("application/x-www-form-urlencoded")]
    [Requirement("MTX-HTTP-03")]
    public async Task Does_something_with_a_refresh_of_a_wrong_content_type(string mediaType)
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);

        var answer = await phone.TryRefresh(Call.Text(Call.Write(new { refresh_token = phone.RefreshToken!.Label }), mediaType));

        target.Observe($"refresh as {mediaType}", answer.InShort());
    }
}
