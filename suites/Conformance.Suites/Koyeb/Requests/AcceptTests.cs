using Conformance.Fixtures.Http;
using Conformance.Fixtures.Koyeb;
using Conformance.Record.Verdicts;

namespace Conformance.Suites.Koyeb;

/// <summary>The Accept header of requests: who accepts anything, or JSON, is served.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class AcceptTests(KoyebTarget target)
{
    private static readonly Endpoint[] WithToken =
        [KoyebEndpoints.Refresh, KoyebEndpoints.Logout, KoyebEndpoints.Profile, KoyebEndpoints.NewSession, KoyebEndpoints.TestAuth];

    private static IEnumerable<TestCaseData> Operations =>
        WithToken.Select(endpoint => new TestCaseData(endpoint).SetArgDisplayNames(endpoint.ToString()));

    [Test, Requirement("KOY-GEN-09")]
    public async Task Lets_in_whoever_accepts_anything_or_JSON()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var anything = await LogIn(account, "*/*");
        var json = await LogIn(account, "application/json");

        ShouldBeServedBoth(anything, json);
        target.Observe($"{KoyebEndpoints.Login} without Accept", (await LogIn(account)).InShort());
    }

    [TestCaseSource(nameof(Operations)), Requirement("KOY-GEN-09")]
    public async Task Serves_whoever_accepts_anything_or_JSON(Endpoint endpoint)
    {
        target.Needs(endpoint);
        var account = await target.Accounts.Lease();

        var anything = await account.CallOnce(endpoint, Accepting("*/*"));
        var json = await account.CallOnce(endpoint, Accepting("application/json"));

        ShouldBeServedBoth(anything, json);
        target.Observe($"{endpoint} without Accept", (await account.CallOnce(endpoint, Accepting())).InShort());
    }

    [Test, Requirement("KOY-GEN-09")]
    public async Task Answers_a_login_by_mail_of_whoever_accepts_anything_or_JSON()
    {
        target.Needs(KoyebEndpoints.PasswordlessLogin);

        // What names nobody sends no mail; that it is refused is judged elsewhere, but not for what is accepted.
        (await AskForMail("*/*")).Promise(BeAcceptable);
        (await AskForMail("application/json")).Promise(BeAcceptable);
        target.Observe($"{KoyebEndpoints.PasswordlessLogin} without Accept", (await AskForMail()).InShort());
    }

    private static void BeAcceptable(AnswerAssertions answer) =>
        answer.Check(answer.Subject.Status != 406, new Mismatch("status", "anything but 406", $"{answer.Subject.Status}"));

    // What serves neither says nothing about Accept.
    private static void ShouldBeServedBoth(Answer anything, Answer json)
    {
        (anything.Is(answer => answer.HaveSuccessStatus()) ? anything : json).Assume(answer => answer.HaveSuccessStatus());
        anything.Promise(answer => answer.HaveSuccessStatus());
        json.Promise(answer => answer.HaveSuccessStatus());
    }

    private static Func<Call, Call> Accepting(params string[] accepted) =>
        call => call with { Headers = [.. accepted.Select(type => KeyValuePair.Create("Accept", type))] };

    private static Task<Answer> LogIn(KoyebAccount account, params string[] accepted) =>
        account.TryLogInWith(Call.Json(account.LoginBody()), Accepting(accepted));

    private Task<Answer> AskForMail(params string[] accepted) =>
        target.Client.Send(
            KoyebEndpoints.PasswordlessLogin, token: null, call => Accepting(accepted)(call) with { Body = Call.Json(new { email = "" }) });
}
