using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>POST /v1/account/passwordless_login, edition s21: what names nobody is refused, and can send no mail.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class PasswordlessRefusalTests(KoyebTarget target)
{
    [TestCase("{\"email\":"), TestCase("not json")]
    [Requirement("KOY-PWLESS-05")]
    public async Task Refuses_malformed_JSON(string body)
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();

        var answer = await session.AskForMail(body);

        answer.Promise(refusal => refusal.BeInvalid());
    }

    [TestCase("{}"), TestCase("{\"email\":\"\"}")]
    [Requirement("KOY-PWLESS-06")]
    public async Task Refuses_a_request_without_an_address(string body)
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();

        var answer = await session.AskForMail(body);

        answer.Promise(refusal => refusal.BeRefusedLogin());
        target.Observe($"passwordless login with {body}", answer.InShort());
    }

    [TestCase("\"not-an-email\""), TestCase("1"), TestCase("[]"), TestCase("{}")]
    [Requirement("KOY-PWLESS-07")]
    public async Task Refuses_what_is_no_address(string value)
    {
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();

        var answer = await session.AskForMail($$"""{"email":{{value}}}""");

        answer.Promise(refusal => refusal.BeInvalid());
    }

    [Test, Requirement("KOY-PWLESS-08")]
    public async Task Does_nothing_on_a_wrong_method()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        var answer = account.Keep(await session.Client.CallWith("GET", KoyebEndpoints.PasswordlessLogin, session.Token));

        answer.Promise(refusal => refusal.BeRefusedForItsMethod());
        await session.ShouldBeAccepted();
    }
}
