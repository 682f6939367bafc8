using Conformance.Fixtures.Targets;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// No contract says how many sessions a user may have: a server that allows few is accused of
/// nothing, and the report says what was not tried.
/// </summary>
public sealed class SessionLimitTests
{
    private static TargetSettings Limited(TargetSettings settings, int? sessions) =>
        settings with { Limits = settings.Limits with { SessionsPerUser = sessions } };

    private static MatrixServerOptions Server(int sessions, bool refuses) =>
        new() { SessionsPerUser = sessions, RefusesSessionsBeyondLimit = refuses };

    [Test]
    public async Task A_declared_limit_is_said_once_with_what_could_not_be_judged([Values(2, 3)] int sessions, [Values] bool refuses)
    {
        var (record, summary) = await StrictRun.Against(Server(sessions, refuses));

        using var scope = new AssertionScope();
        StrictRun.Accused(record).Should().BeEmpty();
        Inconclusive(record).Should().BeEmpty();
        summary
            .Should()
            .Contain(
                $"| Sessions per user | at most {sessions}, for which "
                + $"{record.Scenarios.Count(scenario => scenario.Lacks == "sessionsPerUser")} scenarios are not applicable |");
    }

    [Test]
    public async Task A_limit_that_is_not_declared_accuses_nobody_and_names_the_key()
    {
        await using var served = await ServedRun.Start(
            Server(2, refuses: false), "undeclared", strict: true, settings => Limited(settings, null));

        await SuiteRunner.Run(served.Run);

        using var scope = new AssertionScope();
        served.Record.Requirements.Where(row => row.Verdict is Verdict.Fail or Verdict.Warning).Should().BeEmpty();
        Inconclusive(served.Record)
            .Should()
            .NotBeEmpty().And.Contain(scenario => scenario.Reason!.Contains("declare limits.sessionsPerUser"));
    }

    [Test]
    public async Task A_limit_that_is_declared_too_high_is_told()
    {
        await using var served = await ServedRun.Start(
            Server(2, refuses: true), "wrong", strict: true, settings => Limited(settings, 3));

        await SuiteRunner.Run(served.Run);

        using var scope = new AssertionScope();
        served.Record.Requirements.Where(row => row.Verdict is Verdict.Fail or Verdict.Warning).Should().BeEmpty();
        Inconclusive(served.Record)
            .Should()
            .NotBeEmpty().And
            .Contain(scenario => scenario.Reason!.Contains("with 2 sessions of one user open, and limits.sessionsPerUser of "));
    }

    private static IEnumerable<ScenarioFinished> Inconclusive(RunRecord record) =>
        record.Scenarios.Where(scenario => scenario.Verdict is Verdict.Inconclusive);
}
