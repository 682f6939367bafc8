using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;
using Conformance.Suites.Requests;

namespace Conformance.Suites.Matrix;

/// <summary>Bodies about which the contract is silent: whatever a server does with them, it survives them.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class OddBodyTests(MatrixTarget target)
{
    /// <summary>More than the usual bounds, and little enough to be sent often.</summary>
    private const int TwoMebibytes = 2 * 1024 * 1024;

    [TestCaseSource(typeof(OddJson), nameof(OddJson.Names)), Requirement("MTX-ERR-08")]
    public async Task Survives_a_login_with_odd_JSON(string oddity)
    {
        var account = await target.Accounts.Lease();

        var answer = await account.TryLogInWith(Call.Text(OddJson.Make(oddity, account.LoginText())));

        answer.Promise(login => login.NotBeServerError());
        target.Observe($"login with {oddity}", answer.InShort());
    }

    [TestCaseSource(typeof(OddJson), nameof(OddJson.Names)), Requirement("MTX-ERR-08")]
    public async Task Survives_a_refresh_with_odd_JSON(string oddity)
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        var body = Call.Write(new { refresh_token = phone.RefreshToken!.Label });

        var answer = await phone.TryRefresh(Call.Text(OddJson.Make(oddity, body)));

        answer.Promise(refreshed => refreshed.NotBeServerError());
        target.Observe($"refresh with {oddity}", answer.InShort());
    }

    [TestCase("wrong, right"), TestCase("right, wrong")]
    [Requirement("MTX-ERR-08")]
    public async Task Survives_a_login_with_two_passwords(string order)
    {
        const string Wrong = "\"password\":\"conformance\"";
        var account = await target.Accounts.Lease();
        var login = account.LoginText();

        var answer = await account.TryLogInWith(
            Call.Text(order == "wrong, right" ? $"{{{Wrong},{login[1..]}" : $"{login[..^1]},{Wrong}}}"));

        answer.Promise(twice => twice.NotBeServerError());
        target.Observe($"login with two passwords: {order}", answer.InShort());
    }

    [TestCase("wrong, right"), TestCase("right, wrong")]
    [Requirement("MTX-ERR-08")]
    public async Task Survives_a_refresh_with_two_tokens(string order)
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        var (bogus, right) = (target.BogusToken().Label, phone.RefreshToken!.Label);
        var (first, second) = order == "wrong, right" ? (bogus, right) : (right, bogus);

        var answer = await phone.TryRefresh(Call.Text($$"""{"refresh_token":"{{first}}","refresh_token":"{{second}}"}"""));

        answer.Promise(twice => twice.NotBeServerError());
        target.Observe($"refresh with two tokens: {order}", answer.InShort());
    }

    [Test, Requirement("MTX-ERR-09")]
    public async Task Does_something_with_a_login_of_two_mebibytes()
    {
        var account = await target.Accounts.Lease();

        var answer = account.TryLogInWith(Call.Text(OddJson.Long(account.LoginText(), TwoMebibytes)), breaksHttp: true);

        target.Observe("login of 2 MiB", await answer.Ending());
    }
}
