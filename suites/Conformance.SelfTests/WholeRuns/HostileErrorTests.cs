using System.Text.Json.Nodes;
using Conformance.Fixtures.Runs;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.Fixtures;
using Conformance.SelfTests.Record.Text;
using FluentAssertions;
using FluentAssertions.Execution;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A server that writes its errors for terminals and CI servers, not for clients: all that a run tells of them is text.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HostileErrorTests
{
    [TestCase(Dialect.Matrix)]
    [TestCase(Dialect.Koyeb)]
    public async Task Steers_nobody_by_its_errors(Dialect served)
    {
        var (outcome, run) = await Run(served, request => !IsLogin(request));
        using var disposed = run;

        var told = outcome.Scenarios.Where(result => result.Message?.Contains(HostileTexts.Mark, StringComparison.Ordinal) == true);
        told.Should().HaveCountGreaterThan(2, "else nothing was tried");
        ShouldBeInert(outcome);
        SuiteRuns.SummaryOf(run, "hostile").ShouldBeVisible("summary.md");
    }

    [TestCase(Dialect.Matrix)]
    [TestCase(Dialect.Koyeb)]
    public async Task Steers_nobody_where_it_lets_nobody_in(Dialect served)
    {
        var (outcome, run) = await Run(served, IsLogin);
        using var disposed = run;

        run.Slots.Single().Problem.Should().Contain("cannot log in").And.Contain(HostileTexts.Mark).And.NotContain("\n");
        ShouldBeInert(outcome);
    }

    private static void ShouldBeInert(SuiteOutcome outcome)
    {
        using var scope = new AssertionScope();
        foreach (var result in outcome.All.Where(result => result.Message is not null))
            $"{result.Message}\n{result.StackTrace}".ShouldBeInert(result.FullName);
    }

    private static async Task<(SuiteOutcome Outcome, ConformanceRun Run)> Run(
        Dialect served, Func<HttpRequest, bool> where)
    {
        ReferenceServerOptions options = served is Dialect.Matrix ? new MatrixServerOptions() : new KoyebServerOptions();
        await using var server = await ReferenceServer.Start(options);
        await using var gateway = await Gateway.Before(
            server,
            (context, next) => where(context.Request) ? Gateway.Rewrite(context, next, body => Poisoned(context, body)) : next(context));
        var run = SuiteRuns.Against(SuiteRuns.Slot(server, "hostile", change: settings => settings with { BaseUrl = gateway.BaseUrl }));
        return (await SuiteRunner.Run(run), run);
    }

    private static bool IsLogin(HttpRequest request) =>
        request.Method == "POST" && request.Path.Value!.EndsWith("/login", StringComparison.Ordinal);

    private static string Poisoned(HttpContext context, string body)
    {
        if (IsLogin(context.Request))
            context.Response.StatusCode = 403;
        else if (context.Response.StatusCode < 400)
            return body;

        context.Response.ContentType = "application/json";
        return new JsonObject
        {
            ["errcode"] = HostileTexts.Together,
            ["error"] = HostileTexts.Together,
            ["status"] = context.Response.StatusCode,
            ["code"] = HostileTexts.Together,
            ["message"] = HostileTexts.Together,
        }.ToJsonString();
    }
}
