using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Register.Entries;

/// <summary>A requirement as a register shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Section">The part of the contract.</param>
/// <param name="Endpoint">Its endpoint or topic.</param>
/// <param name="Level">Its level, in the words of the contract.</param>
/// <param name="Statement">What it asks.</param>
/// <param name="Source">Where the contract says so; null where no source is named.</param>
public sealed record RequirementRow(string Id, string Section, string Endpoint, string Level, string Statement, string? Source)
{
    private const string Unknown = "of other versions";

    internal static IReadOnlyList<RequirementRow> Of(Contract contract, IReadOnlyList<Implementation> implementations)
    {
        var judged = implementations
            .SelectMany(implementation => implementation.Runs)
            .SelectMany(run => run.Record.Requirements)
            .DistinctBy(result => result.Id)
            .ToDictionary(result => result.Id, StringComparer.Ordinal);
        return
        [
            .. contract.Catalogue.Requirements.Where(row => judged.ContainsKey(row.Id)).Select(
                row => new RequirementRow(row.Id, row.Section, row.Endpoint, row.Level, row.Statement, row.Source)),
            .. judged.Values.Where(result => !contract.Catalogue.TryFind(result.Id, out _)).Select(
                result => new RequirementRow(result.Id, Unknown, result.Endpoint, result.Level, result.Statement, result.Source)),
        ];
    }
}
