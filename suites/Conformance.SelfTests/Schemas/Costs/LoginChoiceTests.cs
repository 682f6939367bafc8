using Conformance.Schemas.Contracts;
using Conformance.Schemas.Costs;
using Conformance.Schemas.Requirements;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Costs;

/// <summary>With few logins as many requirements are judged as can be.</summary>
public sealed class LoginChoiceTests
{
    private static readonly Requirement Logout = KnownContracts.Matrix.Catalogue["MTX-LOGOUT-01"];
    private static readonly Requirement Device = KnownContracts.Matrix.Catalogue["MTX-LOGOUT-03"];
    private static readonly Requirement Observed =
        KnownContracts.Matrix.Catalogue.Requirements.First(row => row.Severity == Severity.Observe);

    private static readonly Dictionary<string, int> Some = new() { ["POST /login"] = 1 };

    [Test]
    public void Leaves_nothing_out_that_costs_no_login() => Choose(0, ("Free", Logout, Opens(0)), ("Dear", Logout, Opens(1)))
        .LeftOut.Should().Equal("Dear");

    [Test]
    public void Takes_the_cheapest_scenario_of_each_requirement_before_a_second_one_of_any() =>
        Choose(3, ("A", Logout, Opens(2)), ("B", Logout, Opens(1)), ("C", Device, Opens(2)))
            .LeftOut.Should().Equal("A");

    [Test]
    public void Takes_what_may_fail_before_what_is_only_observed() =>
        Choose(1, ("A", Observed, Opens(1)), ("B", Logout, Opens(1))).LeftOut.Should().Equal("A");

    [Test]
    public void Takes_what_the_profile_asks_for_before_anything_else() =>
        Choose(1, ("A", KnownContracts.Matrix.Catalogue["MTX-DEV-01"], Opens(1)), ("B", Logout, Opens(1))).LeftOut.Should().Equal("A");

    [Test]
    public void Prefers_what_ends_no_sessions_of_others() =>
        Choose(1, ("A", Logout, Opens(1) with { Needs = ["permissions.destructive"] }), ("B", Device, Opens(1)))
            .LeftOut.Should().Equal("A");

    [Test]
    public void Keeps_a_second_session_where_that_lets_more_be_judged()
    {
        var needsTwo = new ScenarioCost { Logins = 2, Opens = 2, Spares = 2, Accounts = 1, Requests = Some };

        Choose(2, ("A", Logout, needsTwo), ("B", Device, needsTwo), ("C", Observed, Opens(1))).LeftOut.Should().BeEmpty();
    }

    [Test]
    public void Takes_nothing_for_which_too_few_are_left()
    {
        var choice = Choose(2, ("A", Logout, Opens(3)), ("B", Device, Opens(1)));

        choice.LeftOut.Should().Equal("A");
        choice.Logins.Should().Equal(new Dictionary<string, int> { ["B"] = 1 });
        choice.Wanted.Should().Be(4);
    }

    private static LoginChoice Choose(int logins, params (string Name, Requirement Requirement, ScenarioCost Cost)[] scenarios) =>
        LoginChoice.Of(
            [.. scenarios.Select(scenario => (scenario.Name, scenario.Requirement))],
            new CostList(scenarios.ToDictionary(scenario => scenario.Name, scenario => scenario.Cost)),
            [Logout.Id, Device.Id],
            logins,
            accounts: 1);

    private static ScenarioCost Opens(int logins) => new() { Logins = logins, Opens = logins, Requests = Some };
}
