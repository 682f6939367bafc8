using Conformance.Fixtures.Http;
using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>What the contract leaves open about POST /v1/account/login, as this server does it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class LoginObservationTests(KoyebTarget target)
{
    [Test, Requirement("KOY-LOGIN-09")]
    public async Task Hands_out_another_token_to_a_second_login_or_the_same()
    {
        var account = await target.Accounts.Lease();
        var first = await account.LogIn();

        var second = await account.LogIn();

        target.Observe("token of a second login right after the first", second.Token == first.Token ? "the same" : "another one");
    }

    [Test, Requirement("KOY-LOGIN-19")]
    public async Task Ignores_an_unknown_member_or_does_not()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var login = await account.TryLogInWith(Call.Json(new { email = account.Email, password = account.Password.Label, x = 1 }));

        target.Observe("unknown member of a login", login.Status == 200 ? "ignored" : login.InShort());
    }

    [Test, Requirement("KOY-LOGIN-20")]
    public async Task Reads_a_form_or_does_not()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var login = await account.TryLogInWith(Call.Text(target.FormOfNobody(), "application/x-www-form-urlencoded"));

        target.Observe("login of nobody as a form", login.InShort());
    }
}
