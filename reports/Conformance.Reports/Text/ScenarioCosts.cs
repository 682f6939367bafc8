using Conformance.Record.Journal;
using Conformance.Record.Runs;

namespace Conformance.Reports.Text;

/// <summary>What single scenarios cost the person who waits and the server that answers.</summary>
internal static class ScenarioCosts
{
    /// <summary>The scenarios that took time, the slowest first.</summary>
    public static IEnumerable<ScenarioFinished> SlowestFirst(RunRecord record) =>
        record.Scenarios.Where(scenario => scenario.Milliseconds > 0).OrderByDescending(scenario => scenario.Milliseconds);

    /// <summary>The mean number of requests of a scenario, over those that sent any; 0 if none did.</summary>
    public static double MeanRequests(RunRecord record) =>
        // Scenarios that were skipped would make the others look cheap.
        record.Scenarios.Select(scenario => scenario.Exchanges.Count).Where(requests => requests > 0).DefaultIfEmpty().Average();
}
