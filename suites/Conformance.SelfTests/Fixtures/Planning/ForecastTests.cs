using Conformance.Fixtures.Planning;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Planning;

/// <summary>What is known of a run before it begins.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ForecastTests
{
    private static readonly TargetSettings Bare = DrivenTarget.Settings("http://127.0.0.1:9") with
    {
        Accounts = [new("alice", "secret"), new("bob", "secret")],
    };

    [Test]
    public void Leaves_out_what_the_operator_forbids()
    {
        var careful = Bare with { Permissions = Bare.Permissions with { Destructive = false } };

        Why(careful, "LogoutAllTests.Keeps_the_sessions_of_other_users").Should().Be("permissions.destructive is false.");
        Why(Bare, "LogoutAllTests.Keeps_the_sessions_of_other_users").Should().BeNull();
    }

    [Test]
    public void Leaves_out_what_the_server_lacks()
    {
        var lacking = Bare with { Capabilities = new Dictionary<string, bool> { ["refreshTokens"] = false } };

        Of(lacking).LeftOut.Should().Contain(scenario => scenario.WhyNot!.Contains("the capability refreshTokens"));
        Of(Bare).LeftOut.Should().NotContain(scenario => scenario.WhyNot!.Contains("the capability refreshTokens"));
    }

    [Test]
    public void Leaves_out_what_the_target_file_does_not_supply() =>
        Of(Bare).LeftOut.Select(scenario => scenario.WhyNot).Should().Contain("The target file has no administrator.");

    [Test]
    public void Leaves_out_what_the_claimed_editions_do_not_have() =>
        Forecast.Of(Bare, new TargetCapabilities(Bare), ["v1.1"]).LeftOut.Select(scenario => scenario.WhyNot)
            .Should().Contain(why => why!.StartsWith("It is part of the contract since "));

    [Test]
    public void Leaves_out_what_needs_more_accounts() =>
        Of(Bare with { Accounts = [.. Bare.Accounts.Take(1)] }).LeftOut.Select(scenario => scenario.WhyNot)
            .Should().Contain("It needs 2 accounts; the target file has 1.");

    [Test]
    public void Leaves_out_what_the_operator_allows_no_login_for()
    {
        var frugal = Of(Bare with { Limits = Bare.Limits with { Logins = 10 } });

        frugal.LeftOut.Select(scenario => scenario.WhyNot).Should().Contain("limits.logins (10) leaves no login for it.");
        frugal.Logins.Total.Should().BeLessThan(Of(Bare).Logins.Total / 4);
    }

    [Test]
    public void Counts_sessions_that_are_handed_on_once()
    {
        var many = Of(Bare with { Limits = Bare.Limits with { SessionsPerUser = 5 } });

        Of(Bare).Logins.LiveSessions.Should().BeLessThan(many.Logins.LiveSessions);
        many.Logins.Spared.Should().Be(0);
    }

    [Test]
    public void Counts_no_login_beyond_this_machine_for_what_another_scenario_has_left() =>
        Of(Bare with { BaseUrl = "https://staging.example.org" }).Logins.Total.Should().BeLessThan(Of(Bare).Logins.Total);

    [TestCase(5, 0, 0)]
    [TestCase(6, 0, 333)]
    [TestCase(15, 0, 3330)]
    [TestCase(5, 5, 12)]
    public void Waits_for_a_server_as_it_is_installed(int logins, int failed, int seconds) =>
        LoginRate.Stock.WaitFor(logins, failed, accounts: 1).Should().Be(TimeSpan.FromSeconds(seconds));

    [Test]
    public void Goes_no_faster_than_the_operator_allows()
    {
        var slow = Of(Bare with { Limits = Bare.Limits with { RequestsPerSecond = 1 } });

        slow.TimeAt(TimeSpan.Zero, rate: null).Should().Be(TimeSpan.FromSeconds(slow.Requests));
    }

    private static string? Why(TargetSettings settings, string name) =>
        Of(settings) is var forecast
            ? forecast.Scenarios.Concat(forecast.LeftOut).Single(scenario => scenario.Name == name).WhyNot
            : null;

    private static Forecast Of(TargetSettings settings) => Forecast.Of(settings, new TargetCapabilities(settings), []);
}
