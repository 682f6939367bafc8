using Conformance.Record.Runs;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Profiles;

namespace Conformance.Reports.Gating;

/// <summary>A run with the judgement of the gate: what every report is made of.</summary>
/// <param name="Record">The run.</param>
/// <param name="Contract">The contract that it is about.</param>
/// <param name="Profile">What it is judged by.</param>
/// <param name="Gate">The judgement.</param>
public sealed record JudgedRun(RunRecord Record, Contract Contract, Profile Profile, GateResult Gate)
{
    /// <summary>Judges a run.</summary>
    /// <param name="record">The run.</param>
    /// <param name="profile">What it is judged by; null for the profile that its target file names, or the usual
    /// one of its contract and edition.</param>
    /// <param name="countsAll">Whether what failed or was inconclusive beyond the profile counts too.
    /// Default: it is told, and does not.</param>
    /// <param name="contracts">The contracts that it may be about; null for those that this suite has scenarios for.</param>
    /// <param name="judgedAt">The day that waivers are held against; null for that of the run.</param>
    /// <exception cref="UnknownProfileException">The record names a contract or a profile that there is none of.</exception>
    /// <exception cref="DialectMismatchException">The profile is about another dialect than the run.</exception>
    public static JudgedRun Of(
        RunRecord record,
        Profile? profile = null,
        bool countsAll = false,
        ContractSet? contracts = null,
        DateTimeOffset? judgedAt = null)
    {
        var known = contracts ?? KnownContracts.All;
        var chosen = profile ?? known.ProfileOf(record.Target);
        DialectMismatchException.Refuse(record, chosen);
        var contract = known.Of(record.Target);
        return new JudgedRun(record, contract, chosen, Gating.Gate.Judge(record, contract, chosen, countsAll, judgedAt));
    }
}
