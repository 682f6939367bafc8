using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Register.Entries;

/// <summary>What a register knows of one contract.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Implementations">The implementations of it, by their names.</param>
public sealed record ContractSection(Contract Contract, IReadOnlyList<Implementation> Implementations)
{
    /// <summary>Every requirement that a run has judged, as the catalogue has them; then those that this version does not know.</summary>
    public IReadOnlyList<RequirementRow> Requirements { get; } = RequirementRow.Of(Contract, Implementations);

    /// <summary>The parts of the contract, in its order.</summary>
    public IReadOnlyList<Area> Areas => field ??=
        [.. Requirements.GroupBy(row => row.Section, StringComparer.Ordinal).Select(group => new Area(group.Key, [.. group]))];
}

/// <summary>A part of a contract.</summary>
/// <param name="Title">Its heading in the catalogue.</param>
/// <param name="Requirements">Its requirements.</param>
public sealed record Area(string Title, IReadOnlyList<RequirementRow> Requirements);
