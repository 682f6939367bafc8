using Conformance.Schemas.ExchangeChecks;

namespace Conformance.Schemas.Ledger;

/// <summary>The ledger by which the sessions of a target are kept.</summary>
/// <param name="Contract">What its contract says.</param>
/// <param name="Tolerance">How long a token may be accepted after its end.</param>
public sealed record LedgerOfTarget(SessionContract Contract, TimeSpan Tolerance)
{
    /// <summary>The ledger of some exchanges.</summary>
    /// <param name="exchanges">All of one scenario, those that close its sessions included.</param>
    /// <param name="aloneFrom">Number of the first exchange from which on nobody else was at the server;
    /// null if somebody was until the end.</param>
    public SessionLedger Keep(IEnumerable<ExchangeView> exchanges, int? aloneFrom) =>
        SessionLedger.Of(exchanges, Contract, Tolerance, aloneFrom);
}
