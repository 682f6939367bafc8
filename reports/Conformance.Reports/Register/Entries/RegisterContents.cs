using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Register.Entries;

/// <summary>All that a register knows.</summary>
/// <param name="Title">What its pages call it.</param>
/// <param name="Address">Where it will be published, for links of the feed; null for links relative to it.</param>
/// <param name="Implementations">Every implementation, by its name.</param>
public sealed record RegisterContents(string Title, Uri? Address, IReadOnlyList<Implementation> Implementations)
{
    /// <summary>The contracts that it has implementations of, in their usual order.</summary>
    public IReadOnlyList<ContractSection> Sections { get; } =
    [
        .. KnownContracts.All.Contracts
            .Select(contract => new ContractSection(
                contract, [.. Implementations.Where(implementation => implementation.Contract == contract)]))
            .Where(section => section.Implementations.Count > 0),
    ];

    /// <summary>Every run, the newest first.</summary>
    public IEnumerable<(Implementation Implementation, EnteredRun Run)> Runs => Implementations
        .SelectMany(implementation => implementation.Runs, (implementation, run) => (implementation, run))
        .OrderByDescending(entered => entered.run.Record.StartedAt)
        .ThenBy(entered => entered.run.Id, StringComparer.Ordinal);

    /// <summary>Makes a register of some runs.</summary>
    /// <param name="title">What its pages call it.</param>
    /// <param name="address">Where it will be published; null if nobody says.</param>
    /// <param name="runs">Its runs, in any order.</param>
    public static RegisterContents Of(string title, Uri? address, IEnumerable<EnteredRun> runs) =>
        new(title, address, Implementation.Of(runs));
}
