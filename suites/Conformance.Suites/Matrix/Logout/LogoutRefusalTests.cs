using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /logout: what must not log anybody out.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LogoutRefusalTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUT-07")]
    public async Task Refuses_a_request_without_a_token()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.AssumeAccepted();

        var answer = await phone.Client.LogOut(token: null);

        answer.Promise(logout => logout.BeRefusedWith(MatrixErrors.MissingToken));
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGOUT-07")]
    public async Task Refuses_a_token_that_never_was_one()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.AssumeAccepted();

        var answer = await phone.Client.LogOut(target.BogusToken());

        answer.Promise(logout => logout.BeRefusedWith(MatrixErrors.UnknownToken));
        await phone.AssumeAccepted();
    }

    [TestCase("GET"), TestCase("PUT"), TestCase("DELETE")]
    [Requirement("MTX-LOGOUT-13")]
    public async Task Keeps_the_session_on_a_wrong_method(string method)
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.AssumeAccepted();

        var answer = await phone.Client.CallWith(method, MatrixEndpoints.Logout, phone.AccessToken);

        answer.Promise(logout => logout.BeUnrecognizedMethod());
        await phone.ShouldBeAccepted();
    }

    [TestCase("/logout"), TestCase("/logout/all")]
    [Requirement("MTX-CORS-02")]
    public async Task Keeps_the_session_on_OPTIONS(string path)
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.AssumeAccepted();

        await phone.Client.CallWith("OPTIONS", MatrixEndpoints.Match("POST", path)!, phone.AccessToken);
        await phone.Client.CallWith(
            "OPTIONS", MatrixEndpoints.Match("POST", path)!, phone.AccessToken,
            KeyValuePair.Create("Access-Control-Request-Method", "POST"));

        await phone.ShouldBeAccepted();
    }

    [Test, Requirement("MTX-CORS-02")]
    public async Task Keeps_the_device_on_OPTIONS()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.AssumeListed(phone);

        await phone.AskAboutDevice(phone.DeviceId);
        await phone.AskAboutDevice(phone.DeviceId, KeyValuePair.Create("Access-Control-Request-Method", "DELETE"));

        await phone.ShouldList(phone);
    }
}
