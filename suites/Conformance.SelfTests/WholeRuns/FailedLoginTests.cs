using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Reports.Gating;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A homeserver that counts failed logins sees no more of them than the target file allows.</summary>
public sealed class FailedLoginTests
{
    private const string Refusals = "<filter><class>Conformance.Suites.Matrix.LoginRefusalTests</class></filter>";

    [TestCase(0)]
    [TestCase(2)]
    public async Task Are_no_more_than_the_target_file_allows(int most)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "cautious", change: settings => settings with
        {
            Accounts = [.. settings.Accounts.Take(1)],
            Limits = settings.Limits with { FailedLogins = most },
        }));

        await SuiteRunner.Run(run, Refusals);

        var record = SuiteRuns.RecordOf(run, "cautious");
        using var scope = new AssertionScope();
        // What was tried of the row and kept does not make it met.
        JudgedRun.Of(record).Gate.Lines.Single(line => line.Requirement == "MTX-LOGIN-12").IsMet.Should().BeFalse();
        record.Scenarios.SelectMany(scenario => scenario.Exchanges)
            .Where(exchange => exchange is { Endpoint: "POST /login", Response.Status: 403 })
            .Count(exchange => exchange.Request.Body!.Contains("\"alice\"", StringComparison.Ordinal))
            .Should().BeLessThanOrEqualTo(most);
        record.Scenarios.Where(scenario => scenario.Requirement == "MTX-LOGIN-12" && scenario.Verdict is Verdict.Disabled)
            .Should().NotBeEmpty()
            .And.OnlyContain(scenario => scenario.Reason!.Contains($"each account may have {most} such logins in one run"));
    }
}
