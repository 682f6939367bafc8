using Conformance.Record.Runs;
using Conformance.Schemas.Profiles;

namespace Conformance.Reports.Gating;

/// <summary>A run with the judgement of the gate: what every report is made of.</summary>
/// <param name="Record">The run.</param>
/// <param name="Profile">What it is judged by.</param>
/// <param name="Gate">The judgement.</param>
public sealed record JudgedRun(RunRecord Record, Profile Profile, GateResult Gate)
{
    /// <summary>Judges a run.</summary>
    /// <param name="record">The run.</param>
    /// <param name="profile">What it is judged by; null for the profile that its target file names, or the usual one of its contract and edition.</param>
    /// <param name="countsAll">Whether what failed or was inconclusive beyond the profile counts too. Default: it is told, and does not.</param>
    /// <exception cref="UnknownProfileException">The record names a profile that there is none of.</exception>
    /// <exception cref="DialectMismatchException">The profile is about another dialect than the run.</exception>
    public static JudgedRun Of(RunRecord record, Profile? profile = null, bool countsAll = false)
    {
        var chosen = profile ?? Profiles.For(record.Target);
        return new JudgedRun(record, chosen, Gating.Gate.Judge(record, chosen, countsAll));
    }
}
