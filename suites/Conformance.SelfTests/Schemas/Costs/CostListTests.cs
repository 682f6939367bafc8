using Conformance.Fixtures.Dialects;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Costs;
using Conformance.SelfTests.WholeRuns;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Costs;

/// <summary>What scenarios cost is what they cost.</summary>
public sealed class CostListTests
{
    private static IEnumerable<Contract> Contracts => KnownContracts.All.Contracts;

    [TestCaseSource(nameof(Contracts)), Category(GeneratedFiles.CostsCategory)]
    public async Task The_data_tell_what_is_measured(Contract contract)
    {
        var measured = await MeasuredCosts.Of(contract);

        measured.Keys.Should().BeEquivalentTo(SuiteRunner.PlanOf(KnownDialects.Of(contract)).Select(scenario => scenario.Name));
        var text = CostsFile.Write(measured, contract.Costs);
        GeneratedFile.ShouldHold(
            $"schemas/Conformance.Schemas/Costs/{contract.Name}.json",
            text,
            string.Join('\n', text.Split('\n').Except(CostsFile.Write(contract.Costs.ByName, contract.Costs).Split('\n'))));
    }

    [Test]
    public void A_scenario_is_found_by_its_name()
    {
        var costs = new CostList(new Dictionary<string, ScenarioCost> { ["LogoutTests.Ends_it"] = Of(logins: 2) });

        costs.Of("LogoutTests.Ends_it").Logins.Should().Be(2);
    }

    [Test]
    public void A_case_that_was_not_measured_costs_as_much_as_the_dearest_other_case()
    {
        var costs = new CostList(new Dictionary<string, ScenarioCost>
        {
            ["LogoutTests.Ends_it(phone)"] = Of(logins: 3),
            ["LogoutTests.Ends_it(laptop)"] = Of(logins: 1),
            ["LogoutTests.Ends_all"] = Of(logins: 9),
        });

        costs.Of("LogoutTests.Ends_it(tablet)").Logins.Should().Be(3);
    }

    [Test]
    public void A_scenario_of_which_nobody_knows_costs_what_scenarios_do_in_the_middle()
    {
        var costs = new CostList(new Dictionary<string, ScenarioCost> { ["A"] = Of(0), ["B"] = Of(1), ["C"] = Of(40) });

        costs.Of("D").Logins.Should().Be(1);
        CostList.Unknown.Of("D").Logins.Should().Be(1);
    }

    private static ScenarioCost Of(int logins) => new() { Logins = logins };
}
