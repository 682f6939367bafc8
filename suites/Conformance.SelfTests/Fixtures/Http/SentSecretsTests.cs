using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Targets;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Secrets;
using Conformance.Schemas.Endpoints;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>The server gets the true values of secrets, whatever is in them; all that the run keeps has labels in their place.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SentSecretsTests
{
    private static readonly string[] Awkward =
    [
        "quote\"quote'quote", """back\slash\n""", "Grüße aus Köln", "100% + 50%25 / ü", "a+b/c==", "<password#2~test>",
        "{\"json\":1}", "emoji 🔑 key", " space ", "tab\tnul\u0001",
    ];

    [TestCaseSource(nameof(Awkward))]
    public async Task Sends_passwords_as_they_are(string password)
    {
        using var server = new CannedServer(
            request => CannedReply.Json(200, $$"""{"echo":{{request.Json()["password"]!.ToJsonString()}}}"""));
        using var target = new DrivenTarget(
            DrivenTarget.Settings(server.BaseUrl) with { Accounts = [new AccountSettings("alice", password)] });
        var scenario = target.Enter();
        var account = await target.Matrix.Accounts.Lease();

        await account.TryLogIn("DEVICE");

        ((string?)server.Requests.Single().Json()["password"]).Should().Be(password);
        var exchange = (await scenario.Finish(ended: null)).Exchanges.Single();
        exchange.Request.Body.Should().Contain("\"password\":\"<password#1~test>\"");
        exchange.Response!.Body.Should().Be("""{"echo":"<password#1~test>"}""");
        exchange.Request.Headers.Find("Content-Type").Should().Be("application/json");
    }

    [Test]
    public async Task Sends_tokens_in_headers_as_they_are()
    {
        const string Token = "a+b/c==\"%20;,";
        var (request, exchange, journal) = await Send(
            Token, secret => new Call(MatrixEndpoints.WhoAmI) { Path = "/whoami", Token = secret });

        request.Header("Authorization").Should().Be($"Bearer {Token}");
        exchange.Request.Headers.Find("Authorization").Should().Be("Bearer <access-token#1~test>");
        journal.Should().NotContain(Token);
    }

    [Test]
    public async Task Sends_tokens_in_queries_escaped()
    {
        const string Token = "a+b/c==&x=1 ü%";
        var (request, exchange, journal) = await Send(
            Token,
            secret =>
                new Call(MatrixEndpoints.WhoAmI) { Path = "/whoami", Query = [new("access_token", secret.Label), new("since", "s#1")] });

        request.Deed.Should().Be("GET /whoami?access_token=a%2Bb%2Fc%3D%3D%26x%3D1%20%C3%BC%25&since=s%231");
        exchange.Request.Url.Should().EndWith("/whoami?access_token=<access-token#1~test>&since=s%231");
        journal.Should().NotContainAny(Token, Uri.EscapeDataString(Token));
    }

    [TestCase("token\r\nX-Injected: 1", "has line breaks")]
    [TestCase("token\0", "has NUL characters")]
    [TestCase("token-ü", "has characters beyond ASCII")]
    public async Task Lets_no_token_write_headers_of_its_own(string token, string obstacle)
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();
        var secret = target.Run.Vault.Learn(SecretKind.AccessToken, token);

        var sendings = new[]
        {
            () => new MatrixClient(target.Run).WhoAmI(secret),
            () => target.Run.Http.Send(
                new Call(MatrixEndpoints.WhoAmI) { Path = "/whoami", RawHeaders = [$"Authorization: bearer {secret.Label}"] }),
        };

        foreach (var sending in sendings)
        {
            var refused = await sending.Should().ThrowAsync<UnsendableTokenException>();
            refused.Which.Message.Should().Be(
                $"The server, and not the target file, is at fault: it handed out {secret.Label}, which {obstacle}, "
                + "and no header can carry that.");
        }

        server.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Sends_secret_headers_of_the_operator_and_keeps_their_labels()
    {
        const string Key = "staging/key+1";
        using var server = new CannedServer(CannedReply.Html(403, $"Wrong key {Key}"));
        HeaderSettings[] headers = [new("X-Key", Key, IsSecret: true)];

        var finished = await Preflight.Finish(DrivenTarget.Settings(server.BaseUrl) with { Headers = headers });

        server.Requests.Single().Header("X-Key").Should().Be(Key);
        var exchange = finished.Exchanges.Single();
        exchange.Request.Headers.Find("X-Key").Should().Be("<configured#1~test>");
        exchange.Response!.Body.Should().Be("Wrong key <configured#1~test>");
    }

    [Test]
    public async Task Sends_other_labels_and_text_unchanged()
    {
        const string Body = """{ "text" : "<password#7~test> <access-token#1~test> \u00e4", "text":1 }""";
        var (request, exchange, _) = await Send(
            "true-token", _ => new Call(MatrixEndpoints.Login) { Path = "/login", Body = Call.Text(Body) });

        request.Body.Should().Be(Body.Replace("<access-token#1~test>", "true-token", StringComparison.Ordinal));
        exchange.Request.Body.Should().Be(Body);
    }

    private static async Task<(CannedRequest Request, Exchange Exchange, string Journal)> Send(string token, Func<Secret, Call> call)
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        var scenario = target.Enter();

        Answer answer = await target.Run.Http.Send(call(target.Run.Vault.Learn(SecretKind.AccessToken, token)));

        answer.Status.Should().Be(200);
        ScenarioFinished finished = await scenario.Finish(ended: null);
        target.Run.Journal.Append(finished);
        return (server.Requests.Single(), finished.Exchanges.Single(), target.Journal());
    }
}
