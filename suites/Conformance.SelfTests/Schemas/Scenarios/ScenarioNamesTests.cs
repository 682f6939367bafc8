using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Fixtures.Severity;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.Schemas.Scenarios;
using Conformance.Suites;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Scenarios;

/// <summary>The list of scenarios that the tool knows is that of the suite.</summary>
public sealed class ScenarioNamesTests
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [TestCaseSource(nameof(Contracts)), Category(GeneratedFiles.ScenariosCategory)]
    public void The_data_names_the_scenarios_of_the_suite(Contract contract) => GeneratedFile.ShouldHold(
        $"schemas/Conformance.Schemas/Scenarios/{contract.Name}.json",
        JsonSerializer.Serialize(Names(contract.Catalogue), Readable) + "\n");

    [TestCaseSource(nameof(Contracts))]
    public void Are_read_from_the_data(Contract contract) =>
        contract.Scenarios.Should().Equal(
            Names(contract.Catalogue).SelectMany(row => row.Value, (row, name) => new ScenarioName(name, row.Key)),
            "all are written by: {0}",
            GeneratedFiles.Command);

    private static IEnumerable<Contract> Contracts => KnownContracts.All.Contracts;

    private static Dictionary<string, string[]> Names(Catalogue catalogue)
    {
        var byRequirement = typeof(Targets).Assembly.GetTypes()
            .SelectMany(
                type => type.GetMethods(),
                (type, method) => (Name: $"{type.Name}.{method.Name}", method.GetCustomAttribute<RequirementAttribute>()?.Id))
            .Where(scenario => scenario.Id is not null)
            .ToLookup(scenario => scenario.Id, scenario => scenario.Name, StringComparer.Ordinal);
        return catalogue.Requirements
            .Where(row => byRequirement.Contains(row.Id))
            .ToDictionary(row => row.Id, row => byRequirement[row.Id].Order(StringComparer.Ordinal).ToArray());
    }
}
