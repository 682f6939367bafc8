using Conformance.Record.Exchanges;
using Conformance.Record.Runs;

namespace Conformance.Reports.Verification;

/// <summary>The exchanges of a run, each once.</summary>
internal static class RecordedExchanges
{
    /// <summary>Those of the preflight and of all scenarios, in the order of their numbers.</summary>
    public static IEnumerable<Exchange> Of(RunRecord record) =>
        record.Scenarios.SelectMany(scenario => scenario.Exchanges)
            .Concat(record.ExchangesBesideScenarios)
            .DistinctBy(exchange => exchange.Number)
            .OrderBy(exchange => exchange.Number);
}
