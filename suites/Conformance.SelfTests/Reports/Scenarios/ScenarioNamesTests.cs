using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Fixtures.Severity;
using Conformance.Reports.Scenarios;
using Conformance.Schemas.Requirements;
using Conformance.Suites;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Scenarios;

/// <summary>The list of scenarios that the tool knows is that of the suite.</summary>
public sealed class ScenarioNamesTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public void The_data_names_the_scenarios_of_the_suite()
    {
        var file = RepositoryRoot.Combine("reports", "Conformance.Reports", "Scenarios", "scenarios.json");
        var scenarios = Names();
        var text = JsonSerializer.Serialize(scenarios, Readable) + "\n";

        if (File.ReadAllText(file) != text)
            ApprovedText.OverwriteIfAsked(file, text);

        ScenarioNames.All.Should().Equal(scenarios.SelectMany(row => row.Value, (row, name) => new ScenarioName(name, row.Key)), "CONFORMANCE_APPROVE=1 writes the file anew");
    }

    private static Dictionary<string, string[]> Names()
    {
        var byRequirement = typeof(Targets).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(), (type, method) => (Name: $"{type.Name}.{method.Name}", method.GetCustomAttribute<RequirementAttribute>()?.Id))
            .Where(scenario => scenario.Id is not null)
            .ToLookup(scenario => scenario.Id, scenario => scenario.Name, StringComparer.Ordinal);
        return Catalogue.All.Requirements
            .Where(row => byRequirement.Contains(row.Id))
            .ToDictionary(row => row.Id, row => byRequirement[row.Id].Order(StringComparer.Ordinal).ToArray());
    }
}
