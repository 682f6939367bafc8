using System.Text;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Koyeb;
using Conformance.Suites.Requests;

namespace Conformance.Suites.Koyeb;

/// <summary>POST /v1/account/login: bodies that lack something, or are no login at all.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class LoginBodyTests(KoyebTarget target)
{
    private const byte FirstHalfOfCharacter = 0xC3;

    // They name nobody, so that they may be sent however often.
    private static readonly string[] WithoutEmail =
        ["{}", """{"password":"Aa1-nobodys"}""", """{"email":"","password":"Aa1-nobodys"}""", """{"email":"","password":""}"""];

    // For {email} stands the address of an account.
    private static readonly string[] WithoutPassword = ["""{"email":{email}}""", """{"email":{email},"password":""}"""];

    private static readonly string[] NotJson = ["{\"email\":", .. BrokenJson.NotJson.Where(text => text.Length > 0)];

    private static readonly string[] WrongTypes =
        [.. new[] { "1", "[]", "{}" }.Select(WithEmail), .. BrokenJson.NoObject.Where(text => text != "null")];

    // Readers of protocol buffers take null for absent.
    private static readonly string[] Nulls = [WithEmail("null"), "null"];

    [TestCaseSource(nameof(WithoutEmail))]
    [Requirement("KOY-LOGIN-13")]
    public async Task Refuses_a_login_without_an_email(string body) => ShouldBeRefused(await Try(Sent(body)), body);

    [TestCaseSource(nameof(WithoutPassword))]
    [Requirement("KOY-LOGIN-13")]
    [NonParallelizable]
    public async Task Refuses_a_login_without_a_password(string body)
    {
        var account = await target.LeaseToFailOneLogin();
        await account.LiveSession();

        var answer = await account.TryInVain(Sent(body.Replace("{email}", Call.Write(account.Email), StringComparison.Ordinal)));

        ShouldBeRefused(answer, body);
        await account.LogIn();
    }

    [TestCaseSource(nameof(NotJson))]
    [Requirement("KOY-LOGIN-14")]
    public async Task Refuses_a_login_that_is_not_JSON(string body) => (await Try(Sent(body))).ShouldBeRefusedAsMalformed();

    [TestCaseSource(typeof(BrokenJson), nameof(BrokenJson.Behind))]
    [Requirement("KOY-LOGIN-14")]
    public async Task Refuses_a_login_with_something_behind_it(string behind)
    {
        var login = Call.Write(new { email = target.UnknownEmail(), password = target.WrongPassword().Label });

        // Who reads the first JSON value only, as readers of streams do, refuses the credentials instead.
        (await Try(Sent(login + behind))).ShouldBeRefusedAsMalformed();
    }

    [Test, Requirement("KOY-LOGIN-14")]
    public async Task Refuses_a_login_with_half_a_character()
    {
        var beginning = Encoding.UTF8.GetBytes($$"""{"email":"{{target.UnknownEmail()}}","password":"Aa1-""");

        var answer = await Try(Call.Bytes([.. beginning, FirstHalfOfCharacter, .. "\"}"u8]));

        answer.ShouldBeRefusedAsMalformed();
    }

    [Test, Requirement("KOY-LOGIN-15")]
    public async Task Refuses_an_empty_body() => ShouldBeRefused(await Try(Sent("")), "an empty body");

    [Test, Requirement("KOY-LOGIN-15")]
    public async Task Refuses_a_request_without_a_body()
    {
        var answer = await Try(body: null);

        // Without a body it has no Content-Type either, and may be refused for that.
        answer.Promise(refusal => refusal.BeRefused().HaveNothingAt("/token"));
        target.Observe("login without a body", answer.InShort());
    }

    [TestCaseSource(nameof(WrongTypes))]
    [Requirement("KOY-LOGIN-16")]
    public async Task Refuses_a_login_of_other_types(string body) => (await Try(Sent(body))).Promise(refusal => refusal.BeInvalid());

    [TestCaseSource(nameof(Nulls))]
    [Requirement("KOY-LOGIN-16")]
    public async Task Refuses_null_in_a_login(string body) => ShouldBeRefused(await Try(Sent(body)), body);

    // Labelled as every login is that is let in: what is refused is the body.
    private static HttpContent Sent(string body) => Call.Labelled(body, "application/json");

    private static string WithEmail(string json) => $$"""{"email":{{json}},"password":"Aa1-nobodys"}""";

    // A login that lacks nothing is let in first.
    private async Task<Answer> Try(HttpContent? body)
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();
        return await account.TryLogInWith(body);
    }

    private void ShouldBeRefused(Answer answer, string body)
    {
        answer.ShouldBeRefusedLogin();
        target.Observe($"login with {body}", answer.InShort());
    }
}
