using Conformance.Record.Runs;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Editions;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Ledger;
using Conformance.Schemas.Requirements;
using Conformance.Schemas.Responses;
using Conformance.Schemas.Weighing;

namespace Conformance.Reports.Verification;

/// <summary>What a recorded run was judged by.</summary>
/// <param name="Catalogue">The requirements.</param>
/// <param name="Checks">The exchange checks that bind the server by the editions that it claims.</param>
/// <param name="Mode">How gravely violations weigh.</param>
/// <param name="Editions">What the server claims.</param>
internal sealed record RecordedContract(
    Catalogue Catalogue, CheckIndex Checks, SeverityMode Mode, IReadOnlyCollection<string> Editions)
{
    /// <summary>The ledger by which its sessions were kept; null if none was.</summary>
    public required LedgerOfTarget? Ledger { get; init; }

    /// <summary>What servers of it may leave out.</summary>
    public required CapabilityList Capabilities { get; init; }

    /// <summary>The shapes of its answers.</summary>
    public required ResponseSchemas Responses { get; init; }

    /// <summary>What the target of a run was judged by under its contract.</summary>
    public static RecordedContract Of(RunRecord record, Contract contract)
    {
        var target = record.Target;
        var editions = EditionList.Split(target.Edition);
        return new(
            contract.Catalogue,
            PassingChecks.Binding(
                contract.Checks, contract.Catalogue, editions, contract.EndpointsWithout(record.Preflight?.Capabilities ?? [])),
            new SeverityMode(target.Strict, target.StrictAmbiguities),
            editions)
        {
            Ledger = contract.LedgerOf(target),
            Capabilities = contract.Capabilities,
            Responses = contract.Responses,
        };
    }
}
