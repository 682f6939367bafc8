using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;

namespace Conformance.Reports.Folding;

/// <summary>Counts over a whole run.</summary>
internal static class RunTotals
{
    public static Totals Of(
        IReadOnlyList<ScenarioFinished> scenarios, IReadOnlyList<RequirementResult> requirements, DateTimeOffset startedAt, DateTimeOffset? endedAt) =>
        new()
        {
            Scenarios = scenarios.Count,
            Requests = scenarios.Sum(scenario => scenario.Exchanges.Count),
            Logins = scenarios.Sum(scenario => scenario.Logins),
            Milliseconds = Math.Max(0, ((endedAt ?? LastSeen(scenarios) ?? startedAt) - startedAt).TotalMilliseconds),
            Verdicts = Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, verdict => requirements.Count(r => r.Verdict == verdict)),
        };

    /// <summary>The end of the last exchange: as far as a killed run can be followed.</summary>
    private static DateTimeOffset? LastSeen(IReadOnlyList<ScenarioFinished> scenarios) =>
        scenarios.SelectMany(scenario => scenario.Exchanges)
            .Max(exchange => (DateTimeOffset?)exchange.StartedAt.AddMilliseconds(exchange.Milliseconds));
}
