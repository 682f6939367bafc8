using System.Text.Json.Nodes;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using FluentAssertions.Execution;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// Where the preflight finds that the server itself breaks the contract, the right row fails, the server is blamed and not the target
/// file, and what can be judged beside is judged.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class BrokenLoginTests
{
    private const string Homeserver = "/_matrix/client/v3/login";
    private const string SessionApi = "/v1/account/login";

    [TestCase("201", "POST /login answered 201 to the right password of ")]
    [TestCase("no token", "POST /login answered 200 to the right password of ")]
    [TestCase("nested", "POST /login answered 200 to the right password of ")]
    [TestCase("demands", "POST /login answered 400 M_MISSING_PARAM to the right password of ")]
    [TestCase("one user", "in as one user, @alice:reference.invalid")]
    public async Task Of_a_homeserver_accuse_the_row(string ailment, string told)
    {
        var (outcome, record) = await Run(new MatrixServerOptions(), Homeserver, ailment);

        using var scope = new AssertionScope();
        Failed(record).Should().Contain("MTX-LOGIN-02").And.BeSubsetOf(["MTX-LOGIN-02", "MTX-LOGIN-01", "MTX-ERR-01"]);
        ShouldBlameTheServer(outcome, record, told, ailment);
    }

    [TestCase("no token", "POST /v1/account/login answered 200 to the right password of ", "KOY-LOGIN-01", "KOY-LOGIN-02")]
    [TestCase("nested", "POST /v1/account/login answered 200 to the right password of ", "KOY-LOGIN-01", "KOY-LOGIN-02")]
    [TestCase("demands", "POST /v1/account/login answered 400 ", "KOY-LOGIN-01")]
    [TestCase("one user", "in as one user, ", "KOY-LOGIN-06")]
    public async Task Of_the_session_api_accuse_the_row(string ailment, string told, params string[] rows)
    {
        var (outcome, record) = await Run(new KoyebServerOptions(), SessionApi, ailment);

        using var scope = new AssertionScope();
        Failed(record).Should().BeEquivalentTo(rows);
        ShouldBlameTheServer(outcome, record, told, ailment);
    }

    [TestCase("array", "MTX-HTTP-04")]
    [TestCase("behind a login", "MTX-CORS-04")]
    public async Task Or_versions_that_are_not_told_as_documented_accuse_their_row(string ailment, string besides)
    {
        var (_, record) = await Run(new MatrixServerOptions(), "/_matrix/client/versions", ailment);

        using var scope = new AssertionScope();
        // The gateway reads a slash into the percent-encoding of one, as many do.
        Failed(record).Should().BeEquivalentTo("MTX-VER-01", besides, "MTX-DEV-25");
        record.Preflight!.Problem.Should().BeNull();
        record.Requirements.Count(row => row.Verdict is Verdict.Pass).Should().BeGreaterThan(60);
    }

    private static void ShouldBlameTheServer(SuiteOutcome outcome, RunRecord record, string told, string ailment)
    {
        record.Preflight!.Problem.Should().BeNull();
        var ofTheRun = string.Join('\n', outcome.All.Except(outcome.Scenarios).Select(result => result.Message));
        ofTheRun.Should().Contain("scenarios were not judged. The server, and not the target file, is at fault: ").And.Contain(told);
        record.Requirements.Count(row => row.Verdict is Verdict.Pass).Should().BePositive("what needs no login is judged");
        record.Preflight.LeftOpen.Should().HaveCount(ailment is "no token" ? record.Preflight.Logins : 0);
    }

    private static IEnumerable<string> Failed(RunRecord record) =>
        record.Requirements.Where(row => row.Verdict is Verdict.Fail or Verdict.Warning).Select(row => row.Id);

    private static async Task<(SuiteOutcome Outcome, RunRecord Record)> Run(ReferenceServerOptions options, string path, string ailment)
    {
        await using var server = await ReferenceServer.Start(options);
        await using var gateway = await Gateway.Before(
            server, (context, next) => context.Request.Path == path ? Ail(context, next, ailment) : next(context));
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "broken", change: settings => settings with
        {
            BaseUrl = gateway.BaseUrl,
            Accounts = [.. settings.Accounts.Take(4)],
        }));
        var outcome = await SuiteRunner.Run(run);
        return (outcome, SuiteRuns.RecordOf(run, "broken"));
    }

    private static async Task Ail(HttpContext context, RequestDelegate next, string ailment)
    {
        if (ailment == "demands" && context.Request.Method == "POST")
            await Refuse(context, 400, "M_MISSING_PARAM");
        else if (ailment == "behind a login" && context.Request.Method == "GET" && !context.Request.Headers.ContainsKey("Authorization"))
            await Refuse(context, 401, "M_MISSING_TOKEN");
        else
            await Gateway.Rewrite(context, next, body => Changed(context, body, ailment));
    }

    private static Task Refuse(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            $$"""
            {"errcode":"{{code}}","error":"No","status":{{status}},"code":"invalid_argument","message":"No",
             "fields":[{"field":"seon_fp","description":"is required"}]}
            """);
    }

    private static string Changed(HttpContext context, string body, string ailment)
    {
        if (context.Response.StatusCode != 200 || JsonNode.Parse(body) is not JsonObject json)
            return body;

        switch (ailment)
        {
            case "201" when context.Request.Method == "POST":
                context.Response.StatusCode = 201;
                return body;
            case "no token" when json.Remove("access_token") | json["token"]?.AsObject().Remove("id") is true:
                return json.ToJsonString();
            case "nested" when context.Request.Method == "POST":
                return new JsonObject { ["session"] = json.DeepClone() }.ToJsonString();
            // Where two are four, the mixed up ones come last.
            case "one user" when (string?)json["user_id"] == "@dave:reference.invalid":
                json["user_id"] = "@alice:reference.invalid";
                return json.ToJsonString();
            case "one user" when json["token"] is JsonObject token:
                token["user_id"] = "0f8fad5b-d9cb-469f-a165-70867728950e";
                return json.ToJsonString();
            case "array" when json["versions"] is JsonArray versions:
                return versions.ToJsonString();
            default:
                return body;
        }
    }
}
