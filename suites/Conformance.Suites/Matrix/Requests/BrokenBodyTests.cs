using System.Text;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;
using Conformance.Suites.Requests;

namespace Conformance.Suites.Matrix;

/// <summary>Bodies that are no JSON object, or no text at all: refused, and told why.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class BrokenBodyTests(MatrixTarget target)
{
    [TestCaseSource(typeof(BrokenJson), nameof(BrokenJson.NotJson))]
    [Requirement("MTX-ERR-05")]
    public Task Refuses_a_login_that_is_not_JSON(string body) => ShouldRefuseLogin(_ => body);

    [TestCaseSource(typeof(BrokenJson), nameof(BrokenJson.Behind))]
    [Requirement("MTX-ERR-05")]
    public Task Refuses_a_login_with_something_behind_it(string behind) => ShouldRefuseLogin(login => login + behind);

    [TestCaseSource(typeof(BrokenJson), nameof(BrokenJson.NotJson))]
    [Requirement("MTX-ERR-05")]
    public Task Refuses_a_refresh_that_is_not_JSON(string body) => ShouldRefuseRefresh(body);

    [TestCaseSource(typeof(BrokenJson), nameof(BrokenJson.NoObject))]
    [Requirement("MTX-ERR-06")]
    public Task Refuses_a_login_that_is_not_an_object(string body) => ShouldRefuseLogin(_ => body);

    [TestCaseSource(typeof(BrokenJson), nameof(BrokenJson.NoObject))]
    [Requirement("MTX-ERR-06")]
    public Task Refuses_a_refresh_that_is_not_an_object(string body) => ShouldRefuseRefresh(body);

    [Test, Requirement("MTX-ERR-07")]
    public async Task Refuses_a_login_in_another_encoding()
    {
        var account = await target.Accounts.Lease();
        (await account.TryLogInWith(
            Call.Bytes(Encoding.UTF8.GetBytes(account.LoginText(deviceName: "Café"))))).Assume(login => login.HaveStatus(200));

        var answer = await account.TryLogInWith(Call.Bytes(Encoding.Latin1.GetBytes(account.LoginText(deviceName: "Café"))));

        answer.Promise(refusal => refusal.BeRefused().HaveTextAt("/errcode"));
        target.Observe("login that is not UTF-8", answer.InShort());
    }

    private async Task ShouldRefuseLogin(Func<string, string> breakUp)
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var answer = await account.TryLogInWith(Call.Text(breakUp(account.LoginText())));

        answer.Promise(refusal => refusal.BeBadRequest());
    }

    private async Task ShouldRefuseRefresh(string body)
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        await phone.Refresh();

        var answer = await phone.TryRefresh(Call.Labelled(body, "application/json"));

        answer.Promise(refusal => refusal.BeBadRequest());
    }
}
