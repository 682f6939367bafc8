using System.Text.Json.Nodes;
using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /login: requests that cannot be meant, with credentials that are right.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LoginRequestTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGIN-23")]
    public async Task Refuses_an_unknown_type_of_identifier()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();
        var identifier = new JsonObject { ["type"] = "org.example.conformance", ["user"] = account.User };

        var answer = await account.TryLogInWith(account.PasswordLogin().With("identifier", identifier));

        answer.Promise(refusal => refusal.BeClientError());
    }

    [Test, Requirement("MTX-LOGIN-24")]
    public async Task Refuses_an_unknown_type_of_login()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var answer = await account.TryLogInWith(account.PasswordLogin().With("type", "org.example.conformance"));

        answer.Promise(refusal => refusal.HaveStatus(400).HaveTextAt("/errcode"));
    }

    [Test, Requirement("MTX-LOGIN-25")]
    public async Task Refuses_a_login_without_a_type()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var answer = await account.TryLogInWith(account.PasswordLogin().Without("type"));

        answer.Promise(refusal => refusal.BeClientError());
    }

    [Test, Requirement("MTX-LOGIN-26")]
    public async Task Refuses_a_login_without_a_password()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var answer = await account.TryLogInWith(account.PasswordLogin().Without("password"));

        answer.Promise(refusal => refusal.BeClientError());
    }

    [TestCase("password", "1"), TestCase("device_id", "1"), TestCase("type", "[]")]
    [TestCase("refresh_token", "\"yes\""), TestCase("identifier", "\"x\""), TestCase("initial_device_display_name", "{}")]
    [Requirement("MTX-LOGIN-27")]
    public async Task Refuses_a_member_of_the_wrong_type(string member, string value)
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var answer = await account.TryLogInWith(account.PasswordLogin().With(member, JsonNode.Parse(value)));

        answer.Promise(refusal => refusal.BeClientError());
    }

    [Test, Requirement("MTX-LOGIN-41")]
    public async Task Refuses_a_login_token_that_never_was_one()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        var flows = (await account.Client.LoginFlows()).Assume(answer => answer.HaveStatus(200));

        var answer = await account.TryLogInWith(new JsonObject { ["type"] = "m.login.token", ["token"] = target.BogusToken().Label });

        answer.Promise(refusal => refusal.RefuseLoginToken(isOffered: flows.Offers("m.login.token")));
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-42")]
    public async Task Refuses_a_login_by_token_without_one()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();

        var answer = await account.TryLogInWith(new JsonObject { ["type"] = "m.login.token" });

        answer.Promise(refusal => refusal.BeClientError());
        await phone.AssumeAccepted();
    }
}
