using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Runs;

/// <summary>A server that is right, with a target file that is wrong: the preflight names the key to change, and no password.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WrongAccountTests
{
    private static readonly AccountSettings Stranger = new("mallory", "wrong-password");

    [Test]
    public async Task Finds_no_problem_in_a_server_with_all_its_accounts([Values] Dialect dialect)
    {
        await using var server = await Start(dialect);

        var finished = await Preflight.Finish(DrivenTarget.Settings(server, DrivenTarget.DialectOf(dialect), accounts: 16));

        finished.Problem.Should().BeNull();
        finished.Logins.Should().Be(16);
    }

    [TestCase(Dialect.Matrix, "POST /login answered 403 M_FORBIDDEN. Check accounts[1] and pathPrefix.")]
    [TestCase(Dialect.Koyeb, "POST /v1/account/login answered 401 authentication_error. Check accounts[1], baseUrl and pathPrefix.")]
    public async Task Names_an_account_that_cannot_log_in(Dialect dialect, string ending)
    {
        await using var server = await Start(dialect);
        var settings = DrivenTarget.Settings(server, DrivenTarget.DialectOf(dialect));
        var stranger = server.Accounts[1].Name;

        var finished = await Preflight.Finish(
            settings with { Accounts = [.. settings.Accounts, new AccountSettings(stranger, "wrong-password")] });

        finished.Problem.Should().Be($"driven (driven.json): account {stranger} cannot log in: {ending}");
        finished.ToString().Should().NotContain("wrong-password");
    }

    [TestCase("""{"status":400,"code":"invalid_argument","message":"Wrong credentials"}""")]
    [TestCase("""{"status":400,"code":"invalid_argument","message":"Wrong","fields":[{"field":"password","description":"is wrong"}]}""")]
    public async Task Does_not_take_the_refusal_of_a_wrong_password_for_a_fault_of_the_server(string body)
    {
        using var server = new CannedServer(CannedReply.Json(400, body));

        var problem = await Preflight.Problem(DrivenTarget.Settings(server.BaseUrl, KnownDialects.Koyeb));

        problem.Should().StartWith("driven (driven.json): account alice cannot log in: POST /v1/account/login answered 400");
        server.Requests.Should().ContainSingle();
    }

    [Test]
    public async Task Names_a_wrong_path_prefix()
    {
        await using var server = await Start(Dialect.Matrix);

        var problem = await Preflight.Problem(DrivenTarget.Settings(server) with { PathPrefix = "/_matrix/client/v9" });

        problem
            .Should()
            .Be("driven (driven.json): account alice cannot log in: POST /login answered 404 M_UNRECOGNIZED. "
                + "Check accounts[0] and pathPrefix.");
    }

    [Test]
    public async Task Names_a_path_prefix_that_koyeb_does_not_have()
    {
        await using var server = await Start(Dialect.Koyeb);

        var problem = await Preflight.Problem(DrivenTarget.Settings(server, KnownDialects.Koyeb) with { PathPrefix = "/api" });

        problem.Should().Be(
            "driven (driven.json): account alice@example.invalid cannot log in: POST /v1/account/login answered 404 unknown_resource. "
            + "Check accounts[0], baseUrl and pathPrefix.");
    }

    [TestCase("""["token"]""")]
    [TestCase("null")]
    public async Task Names_a_login_that_yields_no_token(string body)
    {
        using var server = new CannedServer(CannedReply.Json(200, body));

        var problem = await Preflight.Problem(DrivenTarget.Settings(server.BaseUrl, KnownDialects.Koyeb));

        problem
            .Should()
            .StartWith("driven (driven.json): account alice cannot log in: POST /v1/account/login answered 200").And
            .EndWith("Check accounts[0], baseUrl and pathPrefix.");
    }

    [Test]
    public async Task Shows_no_password_that_the_server_repeats()
    {
        using var server = new CannedServer(
            request => CannedReply.Json(403, $$"""{"code":"bad {{(string?)request.Json()["password"]}}"}"""));

        var problem = await Preflight.Problem(DrivenTarget.Settings(server.BaseUrl, KnownDialects.Koyeb) with { Accounts = [Stranger] });

        problem.Should().Contain("answered 403 bad <password#1~test>.");
    }

    private static Task<ReferenceServer> Start(Dialect dialect) =>
        ReferenceServer.Start(KnownServers.OptionsOf(dialect));
}
