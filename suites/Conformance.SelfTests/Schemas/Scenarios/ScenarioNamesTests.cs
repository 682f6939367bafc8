using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Fixtures.Dialects;
using Conformance.Schemas.Contracts;
using Conformance.SelfTests.WholeRuns;
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
        JsonSerializer.Serialize(Names(contract), Readable) + "\n");

    [TestCaseSource(nameof(Contracts))]
    public void Are_read_from_the_data(Contract contract) =>
        contract.Scenarios.SelectMany(scenario => scenario.Cases, (scenario, name) => (scenario.Requirement, name)).Should().Equal(
            Names(contract).SelectMany(row => row.Value, (row, name) => (row.Key, name)),
            "all are written by: {0}",
            GeneratedFiles.Command);

    private static IEnumerable<Contract> Contracts => KnownContracts.All.Contracts;

    // As NUnit is going to run them, case by case.
    private static Dictionary<string, string[]> Names(Contract contract)
    {
        var byRequirement = SuiteRunner.PlanOf(KnownDialects.Of(contract))
            .ToLookup(scenario => scenario.Requirement, scenario => scenario.Name, StringComparer.Ordinal);
        return contract.Catalogue.Requirements
            .Where(row => byRequirement.Contains(row.Id))
            .ToDictionary(row => row.Id, row => byRequirement[row.Id].Order(StringComparer.Ordinal).ToArray());
    }
}
