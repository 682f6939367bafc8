using Conformance.Fixtures.Circuits;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Costs;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Circuits;

/// <summary>Who may log in where few logins are left, whoever asks first and whatever the server has forgotten.</summary>
public sealed class LoginBudgetTests
{
    private const string Judges = "Judges a login";
    private const string Borrows = "Asks with a session";
    private const string IsAbsent = "Finds that the server has nothing of that";
    private const string AlsoBorrows = "Asks with another one";

    [Test]
    public void Of_two_that_were_sure_of_a_session_one_logs_in_for_the_last_login()
    {
        var budget = Budget(logins: 1, Borrows, AlsoBorrows);

        budget.Take(Borrows, isSpared: true).Should().BeNull();
        budget.Take(AlsoBorrows, isSpared: true).Should().Contain("allows 1 logins in one run");
    }

    [Test]
    public void What_a_scenario_judges_is_not_spent_on_a_session_that_the_server_has_forgotten()
    {
        var budget = Budget(logins: 1, Judges);

        budget.Take(Judges, isSpared: true).Should().NotBeNull();
        budget.Take(Judges, isSpared: false).Should().BeNull();
    }

    [Test]
    public void A_login_that_was_planned_is_nobody_elses()
    {
        var budget = Budget(logins: 1, Judges, Borrows);

        budget.Take(Borrows, isSpared: true).Should().NotBeNull();
        budget.HasTried(Judges);
        budget.Take(Borrows, isSpared: true).Should().BeNull("what was not used is for others");
    }

    [Test]
    public void A_login_that_was_let_in_is_spent()
    {
        var budget = Budget(logins: 1, Judges, Borrows);

        budget.Opened(Judges);
        budget.HasTried(Judges);

        budget.Take(Borrows, isSpared: true).Should().NotBeNull();
    }

    [Test]
    public void What_was_planned_is_not_made_beyond_the_limit()
    {
        var budget = Budget(logins: 1, Judges);

        budget.Opened(Borrows);

        budget.Take(Judges, isSpared: false).Should().NotBeNull();
    }

    [Test]
    public void A_second_try_has_its_logins_before_it_begins()
    {
        var budget = Budget(logins: 2, Judges, Borrows);
        budget.Opened(Judges);
        budget.HasTried(Judges);

        budget.WhyNot(Judges, isRepeat: true).Should().BeNull();
        budget.Take(Borrows, isSpared: true).Should().NotBeNull();
    }

    [Test]
    public void What_is_planned_without_a_login_takes_none_from_those_that_need_it()
    {
        var budget = Budget(logins: 1, Borrows, IsAbsent);

        budget.Take(IsAbsent, isSpared: false).Should().NotBeNull();
        budget.Take(Borrows, isSpared: true).Should().BeNull();
    }

    [Test]
    public void Without_a_limit_everybody_logs_in()
    {
        var budget = Budget(logins: null, Borrows);

        budget.Take(Borrows, isSpared: true).Should().BeNull();
        budget.Take(Borrows, isSpared: true).Should().BeNull();
        budget.Take(IsAbsent, isSpared: false).Should().BeNull("it may be there, elsewhere than where the cost was measured");
    }

    private static LoginBudget Budget(int? logins, params string[] scenarios)
    {
        var costs = new CostList(new Dictionary<string, ScenarioCost>
        {
            [Judges] = new() { Opens = 1, LiveSessions = 1, Accounts = 1 },
            [Borrows] = new() { LiveSessions = 1, Accounts = 1 },
            [IsAbsent] = new(),
            [AlsoBorrows] = new() { LiveSessions = 1, Accounts = 1 },
        });
        var budget = new LoginBudget(logins, "x.json", costs);
        var requirement = KnownContracts.Matrix.Catalogue.Requirements[0];
        budget.Choose([.. scenarios.Select(name => (name, requirement))], [], accounts: 1);
        return budget;
    }
}
