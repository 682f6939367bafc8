using Conformance.Schemas.Data;

namespace Conformance.Schemas.Scenarios;

/// <summary>
/// A scenario of the suite, as data: a program that reads records need not carry the suite with its test runner and its servers.
/// A self-test keeps the data true.
/// </summary>
/// <param name="Name">Fixture and method, as records name them; a record adds the cases of parameterized ones.</param>
/// <param name="Requirement">Id of the requirement that it judges.</param>
public sealed record ScenarioName(string Name, string Requirement)
{
    /// <summary>The name of a scenario without the case that it ran with.</summary>
    public static string WithoutCase(string scenario) => scenario.Split('(', 2)[0];

    /// <summary>
    /// Reads the scenarios of a contract, such as <c>Scenarios/matrix.json</c>: names by the id of their
    /// requirement, in the order of the catalogue.
    /// </summary>
    public static IReadOnlyList<ScenarioName> Read(DataFiles files, string name) =>
        [.. files
            .Read<Dictionary<string, string[]>>(name)
            .SelectMany(row => row.Value, (row, scenario) => new ScenarioName(scenario, row.Key))];
}
