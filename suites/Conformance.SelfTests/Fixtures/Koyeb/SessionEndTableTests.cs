using Conformance.Fixtures.Koyeb;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.Schemas.Endpoints;
using Conformance.SelfTests.WholeRuns;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Koyeb;

/// <summary>The table of Koyeb's sessions and their ends: every cell is asked, or says why not.</summary>
public sealed class SessionEndTableTests
{
    private static readonly KoyebServerOptions Koyeb = new();

    private static readonly KoyebServerOptions Later = Koyeb with { Edition = "s26", IssuesJwts = true };

    private static readonly bool[] Connections = [false, true];

    private static IEnumerable<TestCaseData> Servers =>
    [
        Named("s21", Koyeb),
        Named("s26", Later),
        Named("s26 whose old tokens end", Later with { EndsOldTokenAtRefresh = true }),
        Named(
            "tokens that expire soon and are refreshed then",
            Koyeb with { TokenLifetime = TimeSpan.FromSeconds(3), RefreshesExpiredTokens = true }),
        Named("four operations", Koyeb with { ServesProfile = false }),
    ];

    [TestCaseSource(nameof(Servers))]
    public async Task Has_no_cell_that_is_silently_empty(KoyebServerOptions options)
    {
        await using var served = await ServedRun.Start(options, "table", strict: true);

        await SuiteRunner.Run(served.Run, "<filter><class re='1'>SessionEndTests</class></filter>");

        using var scope = new AssertionScope();
        var cells = KoyebSessionEnd.All
            .SelectMany(end => KoyebOrigin.All.Select(origin => (End: end, Scenario: ScenarioOf(served, end, origin))))
            .ToList();
        cells.SelectMany(cell => Empty(cell.End, cell.Scenario)).Should().BeEmpty();
        cells.Should().Contain(cell => cell.Scenario.Verdict == Verdict.Pass).And.NotContain(cell => cell.Scenario.Verdict.IsRed());
    }

    [Test]
    public void Asks_for_all_that_takes_a_token() =>
        KoyebSessionEnd.All
            .Where(end => end.Ending == KoyebEndpoints.Logout)
            .SelectMany(end => end.Uses)
            .Distinct()
            .Should()
            .BeEquivalentTo(KoyebEndpoints.Authenticated);

    [Test]
    public void Asks_often_enough_to_catch_one_revival_in_ten_requests() => Math.Pow(0.9, KoyebSessionEnd.Tries).Should().BeLessThan(0.01);

    private static ScenarioFinished ScenarioOf(ServedRun served, KoyebSessionEnd end, KoyebOrigin origin) => served.Record.Scenarios
        .Single(scenario =>
            scenario.Requirement == end.Requirement && scenario.Scenario.EndsWith($"({origin.Name})", StringComparison.Ordinal));

    // Not applicable as a whole, or asked on both connections after the end, or told why not.
    private static IEnumerable<string> Empty(KoyebSessionEnd end, ScenarioFinished scenario)
    {
        if (scenario.Verdict is Verdict.NotApplicable)
            return scenario.Reason is null ? [$"{scenario.Scenario}: no reason"] : [];

        var untold = end.Uses.Where(use => !scenario.Observations.Any(
            told => told.Name == KoyebSessionEnd.NotAsked && told.Value.StartsWith($"{use}: ", StringComparison.Ordinal)));
        return
            from use in untold
            from isFresh in Connections
            where !IsAsked(scenario, end.Ending, use, isFresh)
            select $"{scenario.Scenario}: {use}, fresh: {isFresh}";
    }

    private static bool IsAsked(ScenarioFinished scenario, Endpoint ending, Endpoint use, bool isFresh) => scenario.Exchanges
        .Where(exchange => exchange.Endpoint == ending.ToString())
        .Any(ended => scenario.Exchanges.Any(asked =>
            asked.Number > ended.Number
            && asked.Endpoint == use.ToString()
            && asked.FreshConnection == isFresh
            && TokenOf(asked) == TokenOf(ended)));

    private static string? TokenOf(Exchange exchange) => exchange.Request.Headers.Find("Authorization");

    private static TestCaseData Named(string name, KoyebServerOptions options) => new TestCaseData(options).SetArgDisplayNames(name);
}
