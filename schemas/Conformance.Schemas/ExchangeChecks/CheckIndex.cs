using System.Collections.Concurrent;

namespace Conformance.Schemas.ExchangeChecks;

/// <summary>Exchange checks by the endpoints that they say something of, so that each exchange meets only those. Thread-safe.</summary>
/// <param name="checks">The checks.</param>
public sealed class CheckIndex(IReadOnlyList<ExchangeCheck> checks)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<ExchangeCheck>> byEndpoint = new(StringComparer.Ordinal);

    /// <summary>The checks that say something of an endpoint, in their order.</summary>
    /// <param name="endpoint">Method and path, as the exchange names them.</param>
    public IReadOnlyList<ExchangeCheck> For(string endpoint) =>
        byEndpoint.GetOrAdd(endpoint, name => [.. checks.Where(check => check.Endpoints?.Contains(name, StringComparer.Ordinal) ?? true)]);
}
