using Conformance.Fixtures.Http;
using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>The Accept header of requests: who accepts anything, or JSON, is served.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class AcceptTests(KoyebTarget target)
{
    private const string Anything = "*/*";

    private const string Json = "application/json";

    private static readonly Endpoint[] WithToken =
        [KoyebEndpoints.Refresh, KoyebEndpoints.Logout, KoyebEndpoints.Profile, KoyebEndpoints.NewSession, KoyebEndpoints.TestAuth];

    private static IEnumerable<TestCaseData> Operations => WithToken.Select(endpoint => new TestCaseData(endpoint).SetArgDisplayNames(endpoint.ToString()));

    // What is accepted, and what is accepted in the control.
    private static IEnumerable<TestCaseData> Accepted => WithToken.SelectMany(endpoint => new[] { (Anything, Json), (Json, Anything) }
        .Select(accepted => new TestCaseData(endpoint, accepted.Item1, accepted.Item2).SetArgDisplayNames(endpoint.ToString(), accepted.Item1)));

    [TestCase(Anything, Json), TestCase(Json, Anything)]
    [Requirement("KOY-GEN-09")]
    public async Task Lets_in_whoever_accepts(string accepted, string control)
    {
        var account = await target.Accounts.Lease();
        (await LogIn(account, control)).Assume(login => login.HaveSuccessStatus());

        var answer = await LogIn(account, accepted);

        answer.Promise(login => login.HaveSuccessStatus());
    }

    [TestCaseSource(nameof(Accepted)), Requirement("KOY-GEN-09")]
    public async Task Serves_whoever_accepts(Endpoint endpoint, string accepted, string control)
    {
        target.Needs(endpoint);
        var account = await target.Accounts.Lease();
        (await account.CallOnce(endpoint, Accepting(control))).Assume(served => served.HaveSuccessStatus());

        var answer = await account.CallOnce(endpoint, Accepting(accepted));

        answer.Promise(served => served.HaveSuccessStatus());
    }

    // A body that names nobody sends no mail; it is refused, though not for what is accepted.
    [TestCase(Anything, Json), TestCase(Json, Anything)]
    [Requirement("KOY-GEN-09")]
    public async Task Serves_a_login_by_mail_whoever_accepts(string accepted, string control)
    {
        target.Needs(KoyebEndpoints.PasswordlessLogin);
        (await AskForMail(control)).Assume(refusal => refusal.BeRefusedLogin());

        var answer = await AskForMail(accepted);

        answer.Promise(refusal => refusal.BeRefusedLogin());
    }

    [Test, Requirement("KOY-GEN-09")]
    public async Task Does_something_with_a_login_that_accepts_nothing_in_particular()
    {
        var account = await target.Accounts.Lease();

        var answer = await account.TryLogInWith(Call.Json(account.LoginBody()), AcceptingNothing);

        target.Observe($"{KoyebEndpoints.Login} without Accept", answer.InShort());
    }

    [TestCaseSource(nameof(Operations)), Requirement("KOY-GEN-09")]
    public async Task Does_something_without_an_accept_header(Endpoint endpoint)
    {
        target.Needs(endpoint);
        var account = await target.Accounts.Lease();

        var answer = await account.CallOnce(endpoint, AcceptingNothing);

        target.Observe($"{endpoint} without Accept", answer.InShort());
    }

    private static Call AcceptingNothing(Call call) => call with { Headers = [] };

    private static Func<Call, Call> Accepting(string accepted) => call => call with { Headers = [new("Accept", accepted)] };

    private static Task<Answer> LogIn(KoyebAccount account, string accepted) => account.TryLogInWith(Call.Json(account.LoginBody()), Accepting(accepted));

    private Task<Answer> AskForMail(string accepted) =>
        target.Client.Send(KoyebEndpoints.PasswordlessLogin, token: null, call => Accepting(accepted)(call) with { Body = Call.Json(new { email = "" }) });
}
