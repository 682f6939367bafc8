using Conformance.Schemas.Data;

namespace Conformance.Schemas.Scenarios;

/// <summary>
/// A scenario of the suite, as data: a program that reads records need not carry the suite with its test runner and its servers.
/// A self-test keeps the data true.
/// </summary>
/// <param name="Name">Fixture and method.</param>
/// <param name="Requirement">Id of the requirement that it judges.</param>
/// <param name="Cases">As records name them: the name, for each case of a parameterized scenario with the case behind it.</param>
public sealed record ScenarioName(string Name, string Requirement, IReadOnlyList<string> Cases)
{
    /// <summary>The name of a scenario without the case that it ran with.</summary>
    public static string WithoutCase(string scenario) =>
        scenario.IndexOf('(', StringComparison.Ordinal) is >= 0 and var at ? scenario[..at] : scenario;

    /// <summary>
    /// Reads the scenarios of a contract, such as <c>Scenarios/matrix.json</c>: cases by the id of their
    /// requirement, in the order of the catalogue.
    /// </summary>
    public static IReadOnlyList<ScenarioName> Read(DataFiles files, string name) =>
        [.. files
            .Read<Dictionary<string, string[]>>(name)
            .SelectMany(
                row => row.Value.GroupBy(WithoutCase, StringComparer.Ordinal),
                (row, cases) => new ScenarioName(cases.Key, row.Key, [.. cases]))];
}
