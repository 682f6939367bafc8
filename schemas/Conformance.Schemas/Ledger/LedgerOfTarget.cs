using Conformance.Record.Runs;
using Conformance.Schemas.Ledger.Koyeb;
using Conformance.Schemas.Ledger.Matrix;

namespace Conformance.Schemas.Ledger;

/// <summary>The ledger by which the sessions of a target are kept.</summary>
/// <param name="Contract">What its contract says.</param>
/// <param name="Tolerance">How long a token may be accepted after its end.</param>
public sealed record LedgerOfTarget(SessionContract Contract, TimeSpan Tolerance)
{
    /// <summary>As the target file has it.</summary>
    public static LedgerOfTarget Of(TargetDescription target) => new(
        target.Dialect == "matrix" ? MatrixSessionContract.Instance : target.StatelessTokens ? KoyebSessionContract.Stateless : KoyebSessionContract.Instance,
        TimeSpan.FromMilliseconds(target.RevocationMilliseconds));
}
