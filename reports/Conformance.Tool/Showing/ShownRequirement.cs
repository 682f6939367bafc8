using Conformance.Record.Runs;
using Conformance.Reports.Faults;
using Conformance.Reports.Merging;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;

namespace Conformance.Tool.Showing;

/// <summary>Everything that is known of a requirement: what <c>show --json</c> tells.</summary>
/// <param name="Requirement">The row of the catalogue.</param>
/// <param name="Ambiguity">The ambiguity that it meets, and how it is read; absent where there is none.</param>
/// <param name="Profiles">Names of the profiles that require it.</param>
/// <param name="Scenarios">Names of the scenarios that judge it.</param>
/// <param name="ExchangeChecks">Names of the checks that judge it in passing.</param>
/// <param name="Faults">The faults of reference servers that the self-tests saw it catch.</param>
/// <param name="Runs">What the runs given say of it.</param>
internal sealed record ShownRequirement(
    Requirement Requirement,
    Ambiguity? Ambiguity,
    IReadOnlyList<string> Profiles,
    IReadOnlyList<string> Scenarios,
    IReadOnlyList<string> ExchangeChecks,
    IReadOnlyList<FaultResult> Faults,
    IReadOnlyList<ShownResult> Runs)
{
    public static ShownRequirement Of(Requirement row, IReadOnlyList<NamedRun> runs) => new(
        row,
        Ambiguity.All.FirstOrDefault(ambiguity => ambiguity.Id == row.Ambiguity),
        [.. KnownContracts.All.ProfileNames.Where(name => KnownContracts.All.FindProfile(name)!.Requires.Contains(row.Id))],
        [.. KnownContracts.All.ScenariosOf(row.Id).Select(scenario => scenario.Name)],
        [.. KnownContracts.All.Contracts
            .SelectMany(contract => contract.Checks)
            .Where(check => check.Requirement == row.Id)
            .Select(check => check.Name)],
        [.. FaultResults.Catching(row.Id)],
        [.. runs.Select(run =>
            new ShownResult(run.File, run.Record.Target.Name, run.Record.Requirements.FirstOrDefault(result => result.Id == row.Id)))]);
}

/// <summary>What a run says of a requirement.</summary>
/// <param name="File">The file that it was read from.</param>
/// <param name="Target">Name of its target.</param>
/// <param name="Result">The result, as in the run record; absent if the run did not judge it.</param>
internal sealed record ShownResult(string File, string Target, RequirementResult? Result);
