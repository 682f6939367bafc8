using System.Globalization;
using Conformance.Record.Journal;
using Conformance.Record.Runs;

namespace Conformance.Reports.Text;

/// <summary>Times of a record as machines read them, always in UTC.</summary>
internal static class Moments
{
    /// <summary>As ISO 8601 has it, to the millisecond.</summary>
    public static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>When a run was over; of a killed one, as far as it can be followed.</summary>
    public static DateTimeOffset EndOf(RunRecord record) => record.EndedAt ?? record.StartedAt.AddMilliseconds(record.Totals.Milliseconds);

    /// <summary>
    /// When a scenario began: with its first exchange. Of one that sent nothing, the record says only when the run began.
    /// </summary>
    public static DateTimeOffset StartOf(ScenarioFinished? scenario, RunRecord record) =>
        scenario is { Exchanges.Count: > 0 } ? scenario.Exchanges.Min(exchange => exchange.StartedAt) : record.StartedAt;
}
