using Conformance.Fixtures.Targets;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suite;

/// <summary>What an operator may declare, and what a server may do either way, shows in the record.</summary>
public sealed class ToleratedServerTests
{
    [Test]
    public async Task Stateless_tokens_are_a_warning_with_its_reason()
    {
        await using var server = await ReferenceServer.Start(new ReferenceServerOptions { Dialect = Dialect.Koyeb, StatelessTokens = true });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "stateless"));

        await SuiteRunner.Run(run);

        var record = SuiteRuns.RecordOf(run, "stateless");
        var warned = record.Requirements.Where(row => row.Verdict == Verdict.Warning).ToList();
        warned.Select(row => row.Id).Should().BeEquivalentTo("KOY-REFRESH-10", "KOY-LOGOUT-03", "KOY-LOGOUT-04", "KOY-LOGOUT-05");
        warned.Where(row => row.Id != "KOY-LOGOUT-05").SelectMany(row => row.Findings).Should().OnlyContain(finding => finding.Softened!.Contains("statelessTokens"));
        SuiteRuns.SummaryOf(run, "stateless").Should().Contain("declares statelessTokens");
    }

    [Test]
    public async Task Tokens_that_outlive_a_logout_fail_where_nothing_is_declared()
    {
        await using var server = await ReferenceServer.Start(new ReferenceServerOptions { Dialect = Dialect.Koyeb, StatelessTokens = true });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "undeclared", change: settings => settings with { StatelessTokens = false }));

        await SuiteRunner.Run(run);

        SuiteRuns.RecordOf(run, "undeclared").Requirements.Where(row => row.Verdict == Verdict.Fail).Select(row => row.Id)
            .Should().BeEquivalentTo("KOY-REFRESH-10", "KOY-LOGOUT-03", "KOY-LOGOUT-04");
    }

    // KOY-LOGIN-08: no document excludes it.
    [Test]
    public async Task One_session_a_user_is_warned_of_and_nothing_else_is_held_against_the_server()
    {
        await using var server = await ReferenceServer.Start(new ReferenceServerOptions { Dialect = Dialect.Koyeb, Fault = "SecondLoginEndsFirst" });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "one-session"));

        await SuiteRunner.Run(run);

        StrictRun.Accused(SuiteRuns.RecordOf(run, "one-session")).Should().Equal("KOY-LOGIN-08");
    }

    [Test]
    public async Task What_an_expired_token_may_do_is_observed_where_tokens_expire_soon()
    {
        await using var server = await ReferenceServer.Start(
            new ReferenceServerOptions { Dialect = Dialect.Matrix, AccessTokenLifetime = TimeSpan.FromSeconds(1) });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "short-lived"));

        await SuiteRunner.Run(run, "<filter><prop name='Requirement'>MTX-LOGOUT-20</prop></filter>");

        var row = SuiteRuns.RecordOf(run, "short-lived").Requirements.Single(row => row.Id == "MTX-LOGOUT-20");
        row.Verdict.Should().Be(Verdict.Observed);
        row.Observations.Should().ContainSingle(observation => observation.Name == "logout with an expired token");
    }

    [Test]
    public async Task What_is_declared_of_refreshed_tokens_is_compared_with_what_is_seen()
    {
        await using var server = await ReferenceServer.Start(new ReferenceServerOptions { Dialect = Dialect.Koyeb, EndsOldTokenAtRefresh = true });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(
            server, "declared", change: settings => settings with { OldTokenAfterRefresh = OldTokenFate.Valid }));

        await SuiteRunner.Run(run, "<filter><prop name='Requirement'>KOY-REFRESH-07</prop></filter>");

        var row = SuiteRuns.RecordOf(run, "declared").Requirements.Single(row => row.Id == "KOY-REFRESH-07");
        row.Verdict.Should().Be(Verdict.Observed);
        row.Observations.Should().HaveCount(2).And.OnlyContain(observation => observation.Value == "ended (declared: valid)");
    }

    [Test]
    public async Task Without_permission_to_destroy_nothing_is_destroyed()
    {
        await using var server = await ReferenceServer.Start(new ReferenceServerOptions { Dialect = Dialect.Matrix });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(
            server, "careful", change: settings => settings with { Permissions = settings.Permissions with { Destructive = false } }));

        await SuiteRunner.Run(run);

        var record = SuiteRuns.RecordOf(run, "careful");
        record.Requirements.Single(row => row.Id == "MTX-LOGOUTALL-02").Verdict.Should().Be(Verdict.Disabled);
        record.Scenarios.SelectMany(scenario => scenario.Exchanges)
            .Where(exchange => exchange.Endpoint == "POST /logout/all" && exchange.Response!.Status == 200).Should().BeEmpty();
    }

    [Test]
    public async Task One_account_is_enough_for_what_needs_one()
    {
        var account = new ReferenceAccount("alone", ReferenceAccounts.Password, ReferenceAccounts.PasswordReference);
        await using var server = await ReferenceServer.Start(new ReferenceServerOptions { Dialect = Dialect.Matrix, Accounts = [account] });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "alone"));

        await SuiteRunner.Run(run);

        var record = SuiteRuns.RecordOf(run, "alone");
        record.Requirements.Single(row => row.Id == "MTX-LOGOUT-03").Verdict.Should().Be(Verdict.Pass);
        record.Requirements.Single(row => row.Id == "MTX-LOGOUT-06").Reason.Should().Contain("It needs 2 accounts");
        record.Requirements.Should().NotContain(row => row.Verdict.IsRed());
    }
}
