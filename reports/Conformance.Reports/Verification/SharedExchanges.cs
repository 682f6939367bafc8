using Conformance.Record.Runs;

namespace Conformance.Reports.Verification;

/// <summary>Scenarios may share an exchange as evidence; it is then the same one.</summary>
internal static class SharedExchanges
{
    public static IEnumerable<Contradiction> Contradictions(RunRecord record) =>
        record.Scenarios.SelectMany(scenario => scenario.Exchanges)
            .Concat(record.ExchangesBesideScenarios)
            .GroupBy(exchange => exchange.Number)
            .Where(same => same.Skip(1).Any() && same.Select(JsonText.Of).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(
                same => new Contradiction($"exchange {same.Key}", "stands in several places of the record, and not as the same exchange"));
}
