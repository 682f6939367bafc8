using Conformance.Fixtures.Targets;
using Conformance.Record.Exchanges;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Nobody gets mail, and no account is made, unless the operator allows it.</summary>
public sealed class RequestedMailTests
{
    [Test]
    public async Task A_run_asks_once_with_the_address_of_an_account()
    {
        var record = await RunWith(new PermissionSettings { MayReceiveMail = true });

        RequestsNaming("@example.invalid", record).Should().ContainSingle();
        Verdicts(record, "KOY-PWLESS-01", "KOY-PWLESS-02", "KOY-PWLESS-03", "KOY-PWLESS-09")
            .Should()
            .OnlyContain(verdict => verdict == Verdict.Pass);
    }

    [Test]
    public async Task Without_permission_for_mail_no_account_is_named_and_the_rest_is_judged_all_the_same()
    {
        var record = await RunWith(new PermissionSettings());

        RequestsNaming("@example.invalid", record).Should().BeEmpty();
        Verdicts(record, "KOY-PWLESS-01", "KOY-PWLESS-09").Should().OnlyContain(verdict => verdict == Verdict.Disabled);
        Verdicts(record, "KOY-PWLESS-02", "KOY-PWLESS-03", "KOY-PWLESS-05").Should().OnlyContain(verdict => verdict == Verdict.Pass);
    }

    [TestCase(true, 1, Verdict.Observed)]
    [TestCase(false, 0, Verdict.Disabled)]
    public async Task An_unknown_address_is_named_only_where_accounts_may_be_made(bool mayCreateAccounts, int requests, Verdict verdict)
    {
        var record = await RunWith(new PermissionSettings { MayCreateAccounts = mayCreateAccounts });

        RequestsNaming("nobody-", record).Should().HaveCount(requests);
        Verdicts(record, "KOY-PWLESS-04").Should().Equal(verdict);
    }

    private static async Task<RunRecord> RunWith(PermissionSettings permissions)
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var run = SuiteRuns.Against(
            SuiteRuns.Slot(server, "mailed", strict: true, settings => settings with { Permissions = permissions }));
        await SuiteRunner.Run(run, "<filter><class re='1'>Passwordless</class></filter>");
        return SuiteRuns.RecordOf(run, "mailed");
    }

    // The exchange of the one request is among the evidence of each scenario that judges it.
    private static IEnumerable<Exchange> RequestsNaming(string text, RunRecord record) => record.Scenarios
        .SelectMany(scenario => scenario.Exchanges)
        .Where(exchange =>
            exchange.Endpoint == "POST /v1/account/passwordless_login" && exchange.Request.Body!.Contains(text, StringComparison.Ordinal))
        .DistinctBy(exchange => exchange.Number);

    private static IEnumerable<Verdict> Verdicts(RunRecord record, params string[] ids) =>
        record.Requirements.Where(row => ids.Contains(row.Id)).Select(row => row.Verdict);
}
