using Conformance.ReferenceServers.Faults;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// Faults that are tried together, as blood samples are: one whole run against a server that has all of them. Where exactly the
/// requirements are accused that they break, each is found, since no two of them break the same one. Where anything else comes out, that
/// says nothing of any of them, because one may hide another; then each half is tried, and of one that is alone only its own trial counts.
/// </summary>
internal sealed class FaultCompany
{
    private readonly IReadOnlyList<Fault> members;
    private readonly Lazy<Task<FaultTrial>> trial;
    private readonly Lazy<IReadOnlyList<FaultCompany>> halves;

    /// <param name="members">The faults.</param>
    /// <param name="tryThem">Tries faults together.</param>
    public FaultCompany(IReadOnlyList<Fault> members, Func<IReadOnlyList<Fault>, Task<FaultTrial>> tryThem)
    {
        this.members = members;
        trial = new(() => tryThem(members));
        halves = new(() => [.. members.Chunk((members.Count + 1) / 2).Select(half => new FaultCompany(half, tryThem))]);
    }

    /// <summary>Whether a member is found in it, or in a part of it.</summary>
    public async Task<bool> Finds(Fault member)
    {
        if (members.Count == 1)
            return false;

        return (await trial.Value).Objections.Count == 0
            || await halves.Value.Single(half => half.members.Contains(member)).Finds(member);
    }
}
