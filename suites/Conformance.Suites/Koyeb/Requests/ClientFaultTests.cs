using System.Text;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Koyeb;
using Conformance.Suites.Requests;

namespace Conformance.Suites.Koyeb;

/// <summary>Faults of clients: whatever the server makes of them, it does not fail itself.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class ClientFaultTests(KoyebTarget target)
{
    /// <summary>More than the usual bounds, and little enough to be sent often.</summary>
    private const int TwoMebibytes = 2 * 1024 * 1024;

    private static readonly string[] ContentTypes =
        [
            "text/plain", "application/xml", "multipart/form-data", "application/json; charset=utf-16",
            "application/x-www-form-urlencoded", ";",
        ];

    private static readonly byte[][] BrokenBytes =
    [
        .. BrokenJson.NotJson.Concat(BrokenJson.NoObject).Select(Encoding.UTF8.GetBytes),
        Encoding.UTF8.GetBytes("{\"email\":\"\\u0000\"}"),
        Encoding.UTF8.GetBytes("{\"email\":\"\0\"}"),
        Encoding.Latin1.GetBytes("{\"email\":\"é\"}"),
        Encoding.Unicode.GetBytes("{}"),
    ];

    private static readonly string[] OddCredentials =
    [
        "Authorization: Bearer ..",
        "Authorization: Bearer a.b.c",
        "Authorization: Bearer e30.e30.",
        $"Authorization: Bearer {new string('x', 4096)}",
    ];

    private static readonly Softening Crash = new(
        (exchange, _) => exchange.Response is { Status: >= 500 },
        "The request breaks HTTP or its usual bounds, so that something before the API may have failed at it.");

    // With their harmless bodies: an address that nobody has, and none, which sends no mail.
    private static IEnumerable<TestCaseData> Bodies => Named(KoyebEndpoints.Login, KoyebEndpoints.PasswordlessLogin);

    private static IEnumerable<TestCaseData> WithoutBody => Named(KoyebEndpoints.Refresh, KoyebEndpoints.Logout);

    private static IEnumerable<TestCaseData> OddBodies =>
        OddJson.Names.SelectMany(oddity => new[] { KoyebEndpoints.Login, KoyebEndpoints.PasswordlessLogin }
            .Select(endpoint => new TestCaseData(endpoint, oddity).SetArgDisplayNames(endpoint.ToString(), oddity)));

    [TestCaseSource(nameof(OddBodies)), Requirement("KOY-GEN-10")]
    public async Task Survives_odd_JSON(Endpoint endpoint, string oddity)
    {
        target.Needs(endpoint);
        var account = await target.Accounts.Lease();

        var answer = await account.TryCall(endpoint, token: null, Sending(Call.Text(OddJson.Make(oddity, BodyOf(endpoint)))));

        answer.Promise(refusal => refusal.NotBeServerError());
    }

    [TestCaseSource(nameof(Bodies)), Requirement("KOY-GEN-10")]
    public async Task Survives_bodies_that_are_no_JSON_object(Endpoint endpoint)
    {
        target.Needs(endpoint);
        var account = await target.Accounts.Lease();

        foreach (var bytes in BrokenBytes)
            (await account.TryCall(endpoint, token: null, Sending(Call.Bytes(bytes)))).Promise(refusal => refusal.NotBeServerError());
    }

    [TestCaseSource(nameof(Bodies)), Requirement("KOY-GEN-10")]
    public async Task Survives_odd_content_types(Endpoint endpoint)
    {
        target.Needs(endpoint);
        var account = await target.Accounts.Lease();

        foreach (var contentType in ContentTypes)
        {
            (await account.TryCall(endpoint, token: null, Sending(Call.Labelled(BodyOf(endpoint), contentType)))).Promise(
                refusal => refusal.NotBeServerError());
        }
    }

    [Test, Requirement("KOY-GEN-10")]
    public async Task Survives_a_form()
    {
        var account = await target.Accounts.Lease();

        var answer = await account.TryLogInWith(Call.Text(target.FormOfNobody(), "application/x-www-form-urlencoded"));

        answer.Promise(refusal => refusal.NotBeServerError());
    }

    [Test, Requirement("KOY-GEN-10")]
    public async Task Survives_two_refreshes_at_once()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        foreach (var answer in await Task.WhenAll(session.TryRefresh(), session.TryRefresh()))
            answer.Promise(refresh => refresh.NotBeServerError());
    }

    [TestCaseSource(nameof(WithoutBody)), Requirement("KOY-GEN-10")]
    public async Task Survives_a_body_where_none_is_documented(Endpoint endpoint)
    {
        var account = await target.Accounts.Lease();

        foreach (var bytes in BrokenBytes)
        {
            (await account.TryCall(
                endpoint, target.BogusToken(), Sending(Call.Bytes(bytes)))).Promise(refusal => refusal.NotBeServerError());
        }

        (await account.CallOnce(endpoint, Sending(Call.Text("{")))).Promise(answer => answer.NotBeServerError());
    }

    [TestCaseSource(nameof(WithoutBody)), Requirement("KOY-GEN-10")]
    public async Task Survives_odd_credentials(Endpoint endpoint)
    {
        var account = await target.Accounts.Lease();

        foreach (var line in OddCredentials.Concat(BearerLines.With(target.BogusToken(), BearerLines.Malformed)))
        {
            (await account.TryCall(
                endpoint, token: null, call => call with { RawHeaders = [line] })).Promise(refusal => refusal.NotBeServerError());
        }
    }

    [TestCaseSource(nameof(Bodies)), Requirement("KOY-GEN-10")]
    public async Task Survives_a_body_of_two_mebibytes(Endpoint endpoint)
    {
        target.Needs(endpoint);
        var account = await target.Accounts.Lease();
        var body = Call.Text(OddJson.Long(BodyOf(endpoint), TwoMebibytes));

        var answer = await account.TryCall(endpoint, token: null, call => Sending(body)(call) with { BreaksHttp = true }).AnswerIfAny();

        answer?.Promise(refusal => refusal.NotBeServerError(), Crash);
        await ShouldBeUp(account);
    }

    [TestCase("a long line"), TestCase("a NUL")]
    [Requirement("KOY-GEN-10")]
    public async Task Survives_headers_that_break_HTTP(string how)
    {
        var account = await target.Accounts.Lease();
        var line = how == "a NUL" ? "X-Conformance: a\0b" : $"X-Conformance: {new string('x', 64 * 1024)}";

        var answer = await account
            .TryCall(KoyebEndpoints.Refresh, token: null, call => call with { RawHeaders = [line], BreaksHttp = true })
            .AnswerIfAny();

        answer?.Promise(refusal => refusal.NotBeServerError(), Crash);
        await ShouldBeUp(account);
    }

    private static IEnumerable<TestCaseData> Named(params Endpoint[] endpoints) =>
        endpoints.Select(endpoint => new TestCaseData(endpoint).SetArgDisplayNames(endpoint.ToString()));

    private static Func<Call, Call> Sending(HttpContent body) => call => call with { Body = body };

    // The server has survived only if it still answers as before; where it hung up, this is all that there is to judge.
    private static async Task ShouldBeUp(KoyebAccount account) =>
        (await account.TryCall(KoyebEndpoints.Refresh, token: null, call => call)).Promise(refusal => refusal.NotBeServerError())
            .Assume(refusal => refusal.HaveOneOfStatuses(401, 403));

    private string BodyOf(Endpoint endpoint) => endpoint == KoyebEndpoints.Login
        ? Call.Write(new { email = target.UnknownEmail(), password = target.WrongPassword().Label })
        : Call.Write(new { email = "" });
}
