using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;

namespace Conformance.Reports.Folding;

/// <summary>Counts over a whole run, what came before its first scenario included.</summary>
internal static class RunTotals
{
    public static Totals Of(IReadOnlyList<JournalEntry> journal, int scenarios, IReadOnlyList<RequirementResult> requirements)
    {
        var exchanges = journal.SelectMany(ExchangesOf).ToList();
        return new Totals
        {
            Scenarios = scenarios,
            // Scenarios may share one as evidence.
            Requests = exchanges.DistinctBy(exchange => exchange.Number).Count(),
            Logins = journal.Sum(LoginsOf),
            Milliseconds = Duration(journal, exchanges).TotalMilliseconds,
            Verdicts = Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, verdict => requirements.Count(r => r.Verdict == verdict)),
        };
    }

    private static IReadOnlyList<Exchange> ExchangesOf(JournalEntry entry) => entry switch
    {
        PreflightFinished preflight => preflight.Exchanges,
        ClosingFinished closing => closing.Exchanges,
        ScenarioFinished scenario => scenario.Exchanges,
        _ => [],
    };

    private static int LoginsOf(JournalEntry entry) => entry switch
    {
        PreflightFinished preflight => preflight.Logins,
        ScenarioFinished scenario => scenario.Logins,
        _ => 0,
    };

    /// <summary>From the start to the end; a killed run can be followed to the end of its last exchange.</summary>
    private static TimeSpan Duration(IReadOnlyList<JournalEntry> journal, List<Exchange> exchanges)
    {
        var start = journal.OfType<RunStarted>().First().StartedAt;
        var end = journal.OfType<RunEnded>().LastOrDefault()?.EndedAt
            ?? exchanges.Max(exchange => (DateTimeOffset?)exchange.StartedAt.AddMilliseconds(exchange.Milliseconds));
        return end > start ? end.Value - start : TimeSpan.Zero;
    }
}
