using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Fixtures.Severity;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.Schemas.Scenarios;
using Conformance.Suites;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suite;

/// <summary>The list of scenarios that the tool knows is that of the suite.</summary>
public sealed class ScenarioNamesTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [TestCaseSource(nameof(Contracts))]
    public void The_data_names_the_scenarios_of_the_suite(Contract contract)
    {
        var file = RepositoryRoot.Combine("schemas", "Conformance.Schemas", "Scenarios", $"{contract.Name}.json");
        var scenarios = Names(contract.Catalogue);
        var text = JsonSerializer.Serialize(scenarios, Readable) + "\n";

        if (File.ReadAllText(file) != text)
            ApprovedText.OverwriteIfAsked(file, text);

        contract.Scenarios.Should().Equal(scenarios.SelectMany(row => row.Value, (row, name) => new ScenarioName(name, row.Key)), "CONFORMANCE_APPROVE=1 writes the file anew");
    }

    private static IEnumerable<Contract> Contracts => KnownContracts.All.Contracts;

    private static Dictionary<string, string[]> Names(Catalogue catalogue)
    {
        var byRequirement = typeof(Targets).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(), (type, method) => (Name: $"{type.Name}.{method.Name}", method.GetCustomAttribute<RequirementAttribute>()?.Id))
            .Where(scenario => scenario.Id is not null)
            .ToLookup(scenario => scenario.Id, scenario => scenario.Name, StringComparer.Ordinal);
        return catalogue.Requirements
            .Where(row => byRequirement.Contains(row.Id))
            .ToDictionary(row => row.Id, row => byRequirement[row.Id].Order(StringComparer.Ordinal).ToArray());
    }
}
