using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>The Content-Type of requests: it may be left out.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class ContentTypeTests(MatrixTarget target)
{
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
        var (phone, laptop) = (await account.LogIn(wantsRefreshToken: true), await account.LogIn(wantsRefreshToken: true));
        await laptop.Refresh();

        var answer = await phone.TryRefresh(Call.Unlabelled(new { refresh_token = phone.RefreshToken!.Label }));

        answer.Promise(refreshed => refreshed.HaveStatus(200));
    }

    [Test, Requirement("MTX-HTTP-02")]
    public async Task Reads_the_name_of_a_device_without_a_content_type()
    {
        target.Needs(Capabilities.DeviceDetails);
        var rename = MatrixEndpoints.Match("PUT", "/devices/{deviceId}")!;
        var (name, laterName) = (target.DeviceName(), $"Not {target.DeviceName()}");
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        (await phone.CallWithBody(rename, Call.Json(new { display_name = name })))
            .NeedsItsEndpoint()
            .Assume(answer => answer.HaveStatus(200));
        await phone.AssumeNamed(name);

        var unlabelled = await phone.CallWithBody(rename, Call.Unlabelled(new { display_name = laterName }));

        unlabelled.PromiseFirst(answer => answer.HaveStatus(200));
        await phone.ShouldBeNamed(laterName);
    }

    [Test, Requirement("MTX-HTTP-02")]
    public async Task Reads_a_query_for_keys_without_a_content_type()
    {
        target.Needs(Capabilities.DeviceKeys);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.UploadKeys();
        var query = new { device_keys = new Dictionary<string, string[]> { [phone.UserId] = [phone.DeviceId] } };
        (await phone.CallWithBody(
            MatrixEndpoints.KeysQuery, Call.Json(query))).Assume(answer => answer.ShowKeysOf(phone.UserId, phone.DeviceId));

        var unlabelled = await phone.CallWithBody(MatrixEndpoints.KeysQuery, Call.Unlabelled(query));

        unlabelled.Promise(answer => answer.ShowKeysOf(phone.UserId, phone.DeviceId));
    }

    [Test, Requirement("MTX-HTTP-02")]
    public async Task Reads_the_deletion_of_devices_without_a_content_type()
    {
        target.Needs(Capabilities.DeviceDeletion);
        var endpoint = MatrixEndpoints.Match("POST", "/delete_devices")!;
        // Nobody has this device, so that it may be deleted twice.
        var body = new Dictionary<string, object> { ["devices"] = new[] { "CONFORMANCE-NO-SUCH-DEVICE" } };
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var deletion = new GuardedRequest(account, sent => phone.CallWithBody(endpoint, Call.Json(sent))) { Body = body };
        var labelled = await deletion.Finish();
        labelled.NeedsItsEndpoint().Assume(answer => answer.HaveStatus(200));
        await phone.AssumeAccepted();

        // The password in the body shows that it was read.
        var unlabelled = await (deletion with { Send = sent => phone.CallWithBody(endpoint, Call.Unlabelled(sent)) }).Finish();

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
