using Conformance.Record.Exchanges;
using Conformance.Record.Runs;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Cases;

/// <summary>The exchanges of a run by their number.</summary>
internal sealed class ExchangeLookup(RunRecord record)
{
    private readonly Dictionary<int, Exchange> byNumber = record.Scenarios
        .SelectMany(scenario => scenario.Exchanges)
        .Concat(record.ExchangesBesideScenarios)
        // Scenarios may share one as evidence.
        .DistinctBy(exchange => exchange.Number)
        .ToDictionary(exchange => exchange.Number);

    /// <summary>All, in the order of time.</summary>
    public IEnumerable<Exchange> InOrder => byNumber.Values.OrderBy(exchange => exchange.StartedAt).ThenBy(exchange => exchange.Number);

    /// <summary>The exchange with a number; null if the record lacks it.</summary>
    public Exchange? Find(int? number) => number is { } known ? byNumber.GetValueOrDefault(known) : null;

    /// <summary>An exchange in a few words.</summary>
    public string InWords(int number) => Find(number) is { } exchange
        ? $"exchange {number}: {OneLine.Of(ExchangeNames.Asked(exchange))}, {OneLine.Of(ExchangeNames.Answered(exchange))}"
        : $"exchange {number}, which the record lacks";
}
