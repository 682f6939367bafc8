using Conformance.Record.Exchanges;

namespace Conformance.Schemas.Ledger;

/// <summary>When an exchange took place. What happened at once is in no order.</summary>
/// <param name="Number">Number of the exchange, which grows with its start.</param>
/// <param name="Start">When the request was sent.</param>
/// <param name="End">When the answer had come.</param>
public readonly record struct Span(int Number, DateTimeOffset Start, DateTimeOffset End)
{
    public static Span Of(Exchange exchange) =>
        new(exchange.Number, exchange.StartedAt, exchange.StartedAt + TimeSpan.FromMilliseconds(exchange.Milliseconds));

    /// <summary>
    /// Whether it was over, and so long ago, when the other began. A clock that was set
    /// meanwhile does not change the order of numbers.
    /// </summary>
    public bool IsOverBefore(Span other, TimeSpan since = default) => Number < other.Number && End + since <= other.Start;
}
