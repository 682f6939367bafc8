using System.Reflection;
using Conformance.Fixtures.Matrix.SessionTable;
using Conformance.Fixtures.Severity;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.SelfTests.WholeRuns;
using Conformance.Suites.Wiring;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Matrix;

/// <summary>No cell of the table of sessions is silently empty.</summary>
public sealed class SessionTableTests
{
    private const string Filter = """
        <filter><or>
          <class>Conformance.Suites.Matrix.SessionEndTests</class>
          <class>Conformance.Suites.Matrix.DeletionEndTests</class>
          <class>Conformance.Suites.Matrix.RefreshTokenEndTests</class>
          <class>Conformance.Suites.Matrix.RefreshReplayTests</class>
        </or></filter>
        """;

    [Test]
    public void Every_cell_is_judged_or_says_why_not()
    {
        using var scope = new AssertionScope();
        SessionTable.Cells.Should().HaveCount(Obtaining.All.Count * Ending.All.Count * SessionTable.Uses.Count);
        SessionTable.Cells.Should().OnlyHaveUniqueItems(cell => $"{cell.Obtaining.Name}|{cell.Ending.Name}|{cell.Use}");
        SessionTable.Cells.Should().OnlyContain(cell => cell.Requirement == null != (cell.WhyNot == null));
        SessionTable.Cells.Should().OnlyContain(cell => cell.WhyNot == null || cell.WhyNot.EndsWith('.'));
    }

    [Test]
    public void Every_pair_of_obtaining_and_ending_is_a_case() =>
        Obtaining.All.SelectMany(_ => Ending.All, (obtaining, ending) => (obtaining, ending))
            .Where(pair => pair.ending.What is not Ended.OldRefreshToken || pair.obtaining.IsRefreshable)
            .Should().OnlyContain(pair =>
                SessionTable.Cells.Any(cell => cell.Obtaining == pair.obtaining && cell.Ending == pair.ending && cell.Requirement != null));

    [Test]
    public void Every_requirement_of_the_table_has_one_method_that_tries_its_cases()
    {
        var tried = typeof(Conformance.Suites.Targets).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<TestCaseSourceAttribute>(), (method, source) => (method, source))
            .Where(found => found.source.SourceType == typeof(SessionTable) && found.source.SourceName == nameof(SessionTable.CasesOf))
            .Select(found => (Of: (string)found.source.MethodParams![0]!, found.method.GetCustomAttribute<RequirementAttribute>()!.Id))
            .ToList();

        using var scope = new AssertionScope();
        tried.Should().OnlyContain(found => found.Of == found.Id, "a case is judged under the requirement of its cells");
        tried
            .Select(found => found.Id)
            .Should()
            .BeEquivalentTo(SessionTable.Cells.Select(cell => cell.Requirement).OfType<string>().Distinct());
    }

    // Under a prefix that is neither of the old ones, so that both of these are others; tokens that live for long, or expire soon.
    [Test]
    public async Task Every_case_is_tried_on_some_server_and_says_elsewhere_why_it_is_not()
    {
        var scenarios = new List<ScenarioFinished>();
        foreach (var lifetime in new[] { TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(2) })
        {
            await using var served = await ServedRun.Start(
                EmbeddedServers.Matrix with { AccessTokenLifetime = lifetime },
                "table",
                change: settings => settings with { PathPrefix = "/_matrix/client/unstable" });
            await SuiteRunner.Run(served.Run, Filter);
            scenarios.AddRange(served.Record.Scenarios);
        }

        using var scope = new AssertionScope();
        scenarios
            .Should()
            .OnlyContain(scenario => scenario.Verdict == Verdict.Pass || scenario.Verdict == Verdict.Observed || scenario.Reason != null);
        var passed = scenarios
            .Where(scenario => scenario.Verdict == Verdict.Pass)
            .ToLookup(scenario => scenario.Requirement, scenario => scenario.Scenario);
        SessionTable.Cells.Where(cell => cell.Requirement is { } row && !passed[row].Any(name => IsOf(cell, name)))
            .Select(cell => $"{cell.Requirement}: {cell.Obtaining.Name}, {cell.Ending.Name}").Distinct().Should().BeEmpty();
    }

    [Test]
    public async Task Each_case_asks_for_all_uses_of_a_dead_token_that_the_server_has()
    {
        await using var served = await ServedRun.Start(EmbeddedServers.Matrix, "table");

        await SuiteRunner.Run(served.Run, Filter);

        var killed = served.Record.Scenarios
            .Where(scenario =>
                scenario.Scenario.StartsWith("SessionEndTests.Kills", StringComparison.Ordinal) && scenario.Verdict == Verdict.Pass)
            .ToList();
        killed.Should().NotBeEmpty().And.OnlyContain(
            scenario => scenario.Judgements.Count(judgement => judgement.Kind == JudgementKind.Promise) == TokenUse.All.Count);
    }

    private static bool IsOf(SessionCell cell, string scenario) =>
        scenario.EndsWith($"(\"{cell.Obtaining.Name}\",\"{cell.Ending.Name}\")", StringComparison.Ordinal);
}
