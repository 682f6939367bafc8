using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Reports.Verification;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A server that locks one account in the middle of a run is asked nothing more with it, and judged with the others.</summary>
public sealed class LockedAccountTests
{
    private const int BeforeTheLock = 300;

    private const string LockedAlice = "The server has locked alice (";

    // A scenario may have sent several requests at once.
    private const int OnTheirWay = 8;

    [Test]
    public async Task Leaves_one_account_alone_and_goes_on()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        var refusal = new { errcode = "M_USER_LOCKED", error = "Locked", soft_logout = true };
        var lockOut = new AccountLock("access_token", 401, refusal, "alice");
        var requests = 0;
        await using var gateway = await Gateway.Before(server, (context, next) =>
        {
            lockOut.IsOn |= Interlocked.Increment(ref requests) > BeforeTheLock;
            return lockOut.Answer(context, next);
        });
        using var run = SuiteRuns.Against(
            SuiteRuns.Slot(server, "locking", change: settings => settings with { BaseUrl = gateway.BaseUrl }));

        var outcome = await SuiteRunner.Run(run);

        using var scope = new AssertionScope();
        var record = SuiteRuns.RecordOf(run, "locking");
        lockOut.Count.Should().BeInRange(1, OnTheirWay);
        record.Scenarios.Where(scenario => scenario.Verdict is Verdict.Fail or Verdict.Error).Should().BeEmpty();
        // None, if the lock came when a scenario had its verdict, and no other was in want of this account.
        record.Scenarios.Where(scenario => scenario.Verdict is Verdict.Inconclusive).Select(scenario => $"{scenario.Reason}")
            .Where(reason => !reason.Contains(LockedAlice)).Should().BeEmpty();
        (outcome.AllText + outcome.Console).Should().Contain(LockedAlice);
        record.Scenarios.Count(scenario => scenario.Verdict is Verdict.Pass).Should().BeGreaterThan(record.Scenarios.Count / 2);
        record.EndedAt.Should().NotBeNull();
        Recomputation.Of(record).Contradictions.Should().BeEmpty();
    }
}
