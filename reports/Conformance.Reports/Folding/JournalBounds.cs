using Conformance.Record.Journal;
using Conformance.Reports.Records;

namespace Conformance.Reports.Folding;

/// <summary>A journal holds nothing that a record may not hold: whoever folds it would write what nobody reads.</summary>
internal static class JournalBounds
{
    /// <exception cref="UnreadableRecordException">It holds such a thing; the message names it.</exception>
    public static void Refuse(IReadOnlyList<JournalEntry> journal)
    {
        if (journal.SelectMany(Problems).FirstOrDefault() is { } problem)
            throw new UnreadableRecordException($"the journal holds what no record may hold: {problem}");
    }

    private static IEnumerable<string> Problems(JournalEntry entry) => entry switch
    {
        RunStarted started when !ExchangeBounds.IsReckonable(started.StartedAt) => ["a run that began before 1970 or after 8999"],
        RunStarted started when !RecordBounds.Hold(started.Target) => ["a target that no target file describes"],
        RunEnded ended when !ExchangeBounds.IsReckonable(ended.EndedAt) => ["a run that ended before 1970 or after 8999"],
        PreflightFinished preflight => preflight.Exchanges.Where(exchange => !ExchangeBounds.Hold(exchange)).Select(Words),
        ClosingFinished closing => closing.Exchanges.Where(exchange => !ExchangeBounds.Hold(exchange)).Select(Words),
        ScenarioFinished scenario => scenario.Exchanges.Where(exchange => !ExchangeBounds.Hold(exchange)).Select(Words),
        _ => [],
    };

    private static string Words(Record.Exchanges.Exchange exchange) =>
        $"exchange {exchange.Number} with a number, a time (1970 to 8999), a duration (a year at most), a method or a status that there "
        + "cannot be";
}
