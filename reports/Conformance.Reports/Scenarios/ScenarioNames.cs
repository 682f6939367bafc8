using System.Text.Json;

namespace Conformance.Reports.Scenarios;

/// <summary>A scenario of the suite.</summary>
/// <param name="Name">Fixture and method, as records name them; a record adds the cases of parameterized ones.</param>
/// <param name="Requirement">Id of the requirement that it judges.</param>
public sealed record ScenarioName(string Name, string Requirement);

/// <summary>
/// The scenarios of the suite, as data: a program that reads records need not carry the suite with its test runner and its servers.
/// A self-test keeps the data true.
/// </summary>
public static class ScenarioNames
{
    /// <summary>All of them, in the order of their requirements in the catalogue.</summary>
    public static IReadOnlyList<ScenarioName> All { get; } = Load();

    /// <summary>The scenarios that judge a requirement.</summary>
    public static IEnumerable<ScenarioName> Judging(string requirement) => All.Where(scenario => scenario.Requirement == requirement);

    /// <summary>The name of a scenario without the case that it ran with.</summary>
    public static string WithoutCase(string scenario) => scenario.Split('(', 2)[0];

    private static ScenarioName[] Load()
    {
        using var stream = typeof(ScenarioNames).Assembly.GetManifestResourceStream("scenarios.json")!;
        var byRequirement = JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!;
        return [.. byRequirement.SelectMany(row => row.Value, (row, name) => new ScenarioName(name, row.Key))];
    }
}
