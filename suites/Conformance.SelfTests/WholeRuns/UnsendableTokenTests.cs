using System.Text.Json.Nodes;
using Conformance.Fixtures.Runs;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.Reports.Verification;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using FluentAssertions.Execution;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Tokens that no header can carry are held against the server, by their label, and nothing is sent with them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class UnsendableTokenTests
{
    private const int Few = 8;

    private const string Blame = "The server, and not the target file, is at fault: it handed out <access-token#";

    [TestCase(Dialect.Matrix, "\r\nX-Injected: 1", "has line breaks", "MTX-TOK-13")]
    [TestCase(Dialect.Matrix, "\0", "has NUL characters", "MTX-TOK-13")]
    [TestCase(Dialect.Matrix, "é", "has characters beyond ASCII", null)]
    [TestCase(Dialect.Koyeb, "\n", "has line breaks", "KOY-LOGIN-03")]
    [TestCase(Dialect.Koyeb, "é", "has characters beyond ASCII", null)]
    public async Task Accuse_the_row_and_are_told_once(Dialect served, string more, string told, string? row)
    {
        var (outcome, record, run) = await Run(served, more, _ => true);
        using var disposed = run;

        using var scope = new AssertionScope();
        // No row forbids characters beyond ASCII; nothing can be shown with such a token.
        Failed(record).Should().BeEquivalentTo(row is null ? [] : new[] { row });
        record.Preflight!.Problem.Should().BeNull();
        record.Preflight.LeftOpen.Should().OnlyContain(session => session.Contains(told, StringComparison.Ordinal));
        string.Join('\n', outcome.All.Except(outcome.Scenarios).Select(result => result.Message))
            .Should()
            .Contain("scenarios were not judged. " + Blame).And.Contain($", which {told}, ");
        outcome.Scenarios.Count(result => result.Message?.Contains(Blame, StringComparison.Ordinal) == true)
            .Should()
            .BeLessThan(Few, "but for guests and others who need no login, it is told once");
        ShouldBeNoBodysFaultButTheServers(outcome, record);
    }

    [TestCase(Dialect.Matrix, "\r\nX-Injected: 1")]
    [TestCase(Dialect.Koyeb, "é")]
    public async Task End_a_scenario_in_one_sentence(Dialect served, string more)
    {
        // The preflight gets tokens that can be sent.
        var (outcome, record, run) = await Run(served, more, run => $"{run.Phases}".Contains("preflight"));
        using var disposed = run;

        using var scope = new AssertionScope();
        var ended = record.Scenarios.Where(scenario => scenario.Verdict is Verdict.Inconclusive).ToList();
        ended.Should().HaveCountGreaterThan(20);
        // A query carries what no header can.
        ended.Where(scenario => !scenario.Scenario.StartsWith("TokenQueryTests.", StringComparison.Ordinal))
            .Where(scenario => !scenario.Reason!.StartsWith(Blame, StringComparison.Ordinal))
            .Select(scenario => $"{scenario.Scenario}: {scenario.Reason}")
            .Should()
            .BeEmpty();
        ShouldBeNoBodysFaultButTheServers(outcome, record);
    }

    private static void ShouldBeNoBodysFaultButTheServers(SuiteOutcome outcome, RunRecord record)
    {
        record.Scenarios.Where(scenario => scenario.Verdict is Verdict.Error).Select(scenario => scenario.Reason).Should().BeEmpty();
        record.Scenarios.SelectMany(scenario => scenario.Exchanges).Should().OnlyContain(exchange => exchange.Failure == null);
        outcome.All.Select(result => result.Message).OfType<string>().Should().NotContain(
            message => message.Contains("no answer from", StringComparison.Ordinal)
                || message.Contains("gave no answer", StringComparison.Ordinal)
                || message.Contains("   at Conformance", StringComparison.Ordinal));
        Recomputation.Of(record).Contradictions.Should().BeEmpty();
        record.Requirements.Count(requirement => requirement.Verdict is Verdict.Pass).Should().BePositive("what needs no login is judged");
    }

    private static IEnumerable<string> Failed(RunRecord record) =>
        record.Requirements.Where(row => row.Verdict is Verdict.Fail or Verdict.Warning).Select(row => row.Id);

    private static async Task<(SuiteOutcome Outcome, RunRecord Record, IDisposable Run)> Run(
        Dialect served, string more, Func<ConformanceRun, bool> where)
    {
        ReferenceServerOptions options = served is Dialect.Matrix ? new MatrixServerOptions() : new KoyebServerOptions();
        Func<bool> isOn = () => false;
        await using var server = await ReferenceServer.Start(options);
        await using var gateway = await Gateway.Before(
            server, (context, next) => isOn() ? Gateway.Rewrite(context, next, body => Lengthened(context, body, more)) : next(context));
        var run = SuiteRuns.Against(SuiteRuns.Slot(server, "unsendable", change: settings => settings with
        {
            BaseUrl = gateway.BaseUrl,
            Accounts = [.. settings.Accounts.Take(4)],
        }));
        isOn = () => where(run);
        var outcome = await SuiteRunner.Run(run);
        return (outcome, SuiteRuns.RecordOf(run, "unsendable"), run);
    }

    private static string Lengthened(HttpContext context, string body, string more)
    {
        if (context.Response.StatusCode != 200 || !body.StartsWith('{') || JsonNode.Parse(body) is not JsonObject json)
            return body;

        if (json["access_token"] is { } matrix)
            json["access_token"] = $"{matrix}{more}";
        else if (json["token"]?["id"] is { } koyeb)
            json["token"]!["id"] = $"{koyeb}{more}";
        else
            return body;

        return json.ToJsonString();
    }
}
