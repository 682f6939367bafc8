using System.Text.Json.Serialization;
using Conformance.Record.Runs;
using Conformance.Reports.Gating;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Diffing;

/// <summary>What changed from one run of a target to another: a pure function of the two records.</summary>
/// <param name="Old">Name of the older run's target.</param>
/// <param name="New">Name of the newer run's target.</param>
/// <param name="Circumstances">In what else the runs differ: whatever stands here may be the cause of all that follows.</param>
/// <param name="Changes">Requirements on which the runs do not agree, by kind and then in the order of the catalogue.</param>
/// <param name="Waivers">Waivers that came, went or were changed.</param>
/// <param name="Latencies">Endpoints that answer clearly slower or faster, the largest shift first.</param>
public sealed record RunDiff(
    string Old,
    string New,
    IReadOnlyList<Circumstance> Circumstances,
    IReadOnlyList<RequirementChange> Changes,
    IReadOnlyList<WaiverChange> Waivers,
    IReadOnlyList<LatencyShift> Latencies)
{
    /// <summary>Whether the runs agree in all that is compared.</summary>
    [JsonIgnore]
    public bool IsEmpty => Circumstances.Count + Changes.Count + Waivers.Count + Latencies.Count == 0;

    /// <summary>Compares two runs.</summary>
    /// <param name="old">The older run.</param>
    /// <param name="current">The newer run.</param>
    /// <param name="contracts">The contracts that they may be about; null for those that this suite has scenarios for.</param>
    /// <exception cref="DialectMismatchException">They are about two contracts.</exception>
    public static RunDiff Of(RunRecord old, RunRecord current, ContractSet? contracts = null)
    {
        if (old.Target.Dialect != current.Target.Dialect)
        {
            throw new DialectMismatchException(
                $"{old.Target.Name} is about {old.Target.Dialect} and {current.Target.Name} about {current.Target.Dialect}: "
                + "compare runs of one contract");
        }

        var known = contracts ?? KnownContracts.All;
        return new RunDiff(
            old.Target.Name,
            current.Target.Name,
            Circumstance.Of(old, current, known),
            [.. RequirementChanges.Of(old, current, known.Catalogue)],
            [.. WaiverChange.Of(old.Target, current.Target)],
            [.. LatencyShift.Of(old, current)]);
    }
}
