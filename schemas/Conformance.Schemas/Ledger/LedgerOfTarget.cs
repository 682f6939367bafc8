using Conformance.Record.Runs;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Ledger.Koyeb;
using Conformance.Schemas.Ledger.Matrix;

namespace Conformance.Schemas.Ledger;

/// <summary>The ledger by which the sessions of a target are kept.</summary>
/// <param name="Contract">What its contract says.</param>
/// <param name="Tolerance">How long a token may be accepted after its end.</param>
public sealed record LedgerOfTarget(SessionContract Contract, TimeSpan Tolerance)
{
    /// <summary>As the target file has it; null for a record of a version that kept none.</summary>
    public static LedgerOfTarget? Of(TargetDescription target) => target.RevocationMilliseconds is { } tolerance
        ? new(
            target.Dialect == "matrix" ? MatrixSessionContract.Instance : target.StatelessTokens ? KoyebSessionContract.Stateless : KoyebSessionContract.Instance,
            TimeSpan.FromMilliseconds(tolerance))
        : null;

    /// <summary>The ledger of some exchanges.</summary>
    /// <param name="exchanges">All of one scenario, those that close its sessions included.</param>
    /// <param name="aloneFrom">Number of the first exchange from which on nobody else was at the server; null if somebody was until the end.</param>
    public SessionLedger Keep(IEnumerable<ExchangeView> exchanges, int? aloneFrom) => SessionLedger.Of(exchanges, Contract, Tolerance, aloneFrom);
}
