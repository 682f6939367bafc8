using Conformance.Record.Runs;

namespace Conformance.Reports.Verification;

/// <summary>
/// A record of this version says how long a token may outlive its end; without that no session ledger could be kept again.
/// </summary>
internal static class LedgerCheck
{
    public static IEnumerable<Contradiction> Contradictions(RunRecord record) =>
        RecordVersion.IsOfThis(record) && record.Target.RevocationMilliseconds is null
            ? [new(
                "target/revocationMilliseconds",
                "is missing, without which sessions cannot be judged again; this version of the suite writes it")]
            : [];
}
