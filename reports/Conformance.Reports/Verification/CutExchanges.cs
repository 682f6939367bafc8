using Conformance.Record.Journal;

namespace Conformance.Reports.Verification;

/// <summary>
/// Answers that were too long to be recorded whole. They were judged whole, so that what came of their bodies and headers cannot be judged
/// again.
/// </summary>
internal static class CutExchanges
{
    /// <summary>Their numbers.</summary>
    public static IReadOnlySet<int?> Of(ScenarioFinished scenario) =>
        scenario.Exchanges.Where(exchange => exchange.Response is { IsCut: true }).Select(exchange => (int?)exchange.Number).ToHashSet();
}
