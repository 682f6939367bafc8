using Conformance.Record.Verdicts;
using Conformance.Schemas.Editions;
using Conformance.Schemas.Ledger;
using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Weighing;

/// <summary>What a session ledger says, weighed by the catalogue.</summary>
public static class LedgerFindings
{
    /// <summary>The findings, each under the name of the ledger. Pure: whoever doubts a record keeps its ledger again.</summary>
    public static IReadOnlyList<Finding> Of(
        SessionLedger ledger, Catalogue catalogue, SeverityMode mode, IReadOnlyCollection<string> editions) =>
        [.. ledger.Violations
            .Where(violation => EditionGate.WhyNot(catalogue[violation.Requirement], editions) is null)
            .Select(violation => mode.Weigh(catalogue[violation.Requirement], violation.Exchange, violation.Mismatch, softened: null) with
            {
                Check = SessionLedger.Name,
            })];
}
