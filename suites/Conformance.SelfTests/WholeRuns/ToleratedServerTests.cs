using System.Text.Json.Nodes;
using Conformance.Fixtures.Targets;
using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>What an operator may declare, and what a server may do either way, shows in the record.</summary>
public sealed class ToleratedServerTests
{
    [Test]
    public async Task Stateless_tokens_are_a_warning_with_its_reason()
    {
        await using var served = await ServedRun.Start(new KoyebServerOptions { StatelessTokens = true }, "stateless");

        await SuiteRunner.Run(served.Run);

        var record = served.Record;
        var warned = record.Requirements.Where(row => row.Verdict == Verdict.Warning).ToList();
        warned.Select(row => row.Id).Should().BeEquivalentTo("KOY-REFRESH-10", "KOY-LOGOUT-03", "KOY-LOGOUT-04", "KOY-LOGOUT-05");
        warned
            .Where(row => row.Id != "KOY-LOGOUT-05")
            .SelectMany(row => row.Findings)
            .Should()
            .OnlyContain(finding => finding.Softened!.Contains("statelessTokens"));
        SuiteRuns.SummaryOf(served.Run, "stateless").Should().Contain("declares statelessTokens");
    }

    [Test]
    public async Task Tokens_that_outlive_a_logout_fail_where_nothing_is_declared()
    {
        await using var served = await ServedRun.Start(
            new KoyebServerOptions { StatelessTokens = true }, "undeclared", change: settings => settings with { StatelessTokens = false });

        await SuiteRunner.Run(served.Run);

        served.Record.Requirements.Where(row => row.Verdict == Verdict.Fail).Select(row => row.Id)
            .Should().BeEquivalentTo("KOY-REFRESH-10", "KOY-LOGOUT-03", "KOY-LOGOUT-04");
    }

    // KOY-LOGIN-08: no document excludes it.
    [Test]
    public async Task One_session_a_user_is_warned_of_and_nothing_else_is_held_against_the_server()
    {
        await using var served = await ServedRun.Start(new KoyebServerOptions { Faults = ["SecondLoginEndsFirst"] }, "one-session");

        await SuiteRunner.Run(served.Run);

        StrictRun.Accused(served.Record).Should().Equal("KOY-LOGIN-08");
    }

    [Test]
    public async Task What_an_expired_token_may_do_is_observed_where_tokens_expire_soon()
    {
        await using var served = await ServedRun.Start(
            new MatrixServerOptions { AccessTokenLifetime = TimeSpan.FromSeconds(1) }, "short-lived");

        await SuiteRunner.Run(served.Run, "<filter><prop name='Requirement'>MTX-LOGOUT-20</prop></filter>");

        var row = served.Record.Requirements.Single(row => row.Id == "MTX-LOGOUT-20");
        row.Verdict.Should().Be(Verdict.Observed);
        row.Observations.Should().ContainSingle(observation => observation.Name == "logout with an expired token");
    }

    [Test]
    public async Task What_is_declared_of_refreshed_tokens_is_compared_with_what_is_seen()
    {
        await using var served = await ServedRun.Start(
            new KoyebServerOptions { EndsOldTokenAtRefresh = true },
            "declared",
            change: settings => settings with { OldTokenAfterRefresh = OldTokenFate.Valid });

        await SuiteRunner.Run(served.Run, "<filter><prop name='Requirement'>KOY-REFRESH-07</prop></filter>");

        var row = served.Record.Requirements.Single(row => row.Id == "KOY-REFRESH-07");
        row.Verdict.Should().Be(Verdict.Observed);
        row.Observations.Where(observation => observation.Name.StartsWith(
            "old token ", StringComparison.Ordinal) && !observation.Name.EndsWith("often", StringComparison.Ordinal))
            .Should().HaveCount(2).And.OnlyContain(observation => observation.Value == "ended (declared: valid)");
    }

    [Test]
    public async Task Without_permission_to_destroy_nothing_is_destroyed()
    {
        await using var served = await ServedRun.Start(
            new MatrixServerOptions(),
            "careful",
            change: settings => settings with
            {
                Permissions = settings.Permissions with { Destructive = false, ChangePasswords = false },
            });

        await SuiteRunner.Run(served.Run);

        var record = served.Record;
        record.Requirements.Where(row => row.Verdict == Verdict.Disabled).Select(row => row.Id)
            .Should().Contain(["MTX-LOGOUTALL-02", "MTX-DEV-20", "MTX-DEV-21"]);
        served.Server.Served("POST", "/logout/all").Should().Be(record.Scenarios.Sum(scenario => scenario.Exchanges.Count(IsHarmlessTry)));
        served.Server.Served("POST", "/account/password").Should().Be(0);
        served.Server.Served("POST", "/account/deactivate").Should().Be(0, "there are no throw-away accounts");
        record.Scenarios.SelectMany(scenario => scenario.Exchanges)
            .Should().NotContain(exchange => exchange.Endpoint == "POST /delete_devices" && NamesNoDevice(exchange));
    }

    // Of a token that never was one, or is dead: nothing ends by it.
    private static bool IsHarmlessTry(Exchange exchange) =>
        exchange.Endpoint == "POST /logout/all" && exchange.Response!.Status != 200;

    private static bool NamesNoDevice(Exchange exchange) =>
        JsonNode.Parse(exchange.Request.Body!)!["devices"] is not JsonArray { Count: > 0 };

    [Test]
    public async Task One_account_is_enough_for_what_needs_one()
    {
        var account = new ReferenceAccount("alone", ReferenceAccounts.Password, ReferenceAccounts.PasswordReference);
        await using var served = await ServedRun.Start(new MatrixServerOptions { Accounts = [account] }, "alone");

        await SuiteRunner.Run(served.Run);

        var record = served.Record;
        record.Requirements.Single(row => row.Id == "MTX-LOGOUT-03").Verdict.Should().Be(Verdict.Pass);
        record.Requirements.Single(row => row.Id == "MTX-LOGOUT-06").Reason.Should().Contain("It needs 2 accounts");
        record.Requirements.Should().NotContain(row => row.Verdict.IsRed());
    }
}
