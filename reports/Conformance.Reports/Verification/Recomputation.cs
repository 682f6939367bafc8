using Conformance.Record.Runs;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Verification;

/// <summary>
/// The verdicts of a run record, judged again from its recorded exchanges. It shows whether a record agrees with itself: that what
/// was expected came, or did not, and that verdicts follow. It does not show whether the exchanges took place, nor whether the
/// scenarios expected what the suite expects: expectations are the record's own word, and whoever edits them, or invents
/// exchanges, is found out by a signature only, or by whoever reads them in the certificate.
/// </summary>
/// <param name="Contradictions">What does not agree; empty for an honest record.</param>
/// <param name="Trusted">What nobody can judge again.</param>
public sealed record Recomputation(IReadOnlyList<Contradiction> Contradictions, TakenOnTrust Trusted)
{
    /// <summary>Judges a record again. Pure.</summary>
    /// <param name="record">The record.</param>
    /// <param name="contracts">The contracts that it may be about; null for those that this suite has scenarios for.</param>
    public static Recomputation Of(RunRecord record, ContractSet? contracts = null)
    {
        if ((contracts ?? KnownContracts.All).Find(record.Target.Dialect) is not { } contract)
        {
            return new(
                [new("target/dialect", $"is {record.Target.Dialect}, which is no contract that this tool knows")], new(0, 0, 0, 0, 0, 0));
        }

        var judgedBy = RecordedContract.Of(record, contract);
        return new(
            [
                .. SharedExchanges.Contradictions(record),
                .. AddressCheck.Contradictions(record),
                .. TimeCheck.Contradictions(record),
                .. CapabilityCheck.Contradictions(record, contract.Capabilities),
                .. LedgerCheck.Contradictions(record),
                .. RecordVersion.Contradictions(record, contract),
                .. ScenarioSet.Contradictions(record, contract),
                .. EvidenceCheck.Contradictions(record),
                .. record.Scenarios.SelectMany(scenario => ScenarioCheck.Contradictions(scenario, judgedBy)),
                .. ExcusedFindings.Contradictions(record),
                .. FoldCheck.Contradictions(record, contract.Catalogue),
            ],
            TakenOnTrust.Of(record, contract));
    }
}
