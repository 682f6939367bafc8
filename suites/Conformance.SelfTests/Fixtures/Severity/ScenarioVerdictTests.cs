using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.WholeRuns;
using FluentAssertions;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.Fixtures.Severity;

/// <summary>What NUnit shows of each verdict: nothing that proved nothing is ever green.</summary>
public sealed class ScenarioVerdictTests
{
    [Test]
    public async Task A_violated_obligation_is_shown_as_failed()
    {
        var (shown, verdict) = await Run("KeepsRefreshToken", "MTX-LOGOUT-10");

        (shown.Status, verdict).Should().Be((TestStatus.Failed, Verdict.Fail));
    }

    [Test]
    public async Task A_violated_recommendation_is_shown_as_a_warning()
    {
        var (shown, verdict) = await Run("LogsOutOnGet", "MTX-LOGOUT-13");

        (shown.Status, verdict).Should().Be((TestStatus.Warning, Verdict.Warning));
    }

    [Test]
    public async Task A_failed_control_is_shown_as_failed()
    {
        // The other devices are the bystanders of this scenario.
        var (shown, verdict) = await Run("LogoutEndsOtherDevices", "MTX-LOGOUT-08");

        (shown.Status, verdict).Should().Be((TestStatus.Failed, Verdict.Inconclusive));
    }

    [Test]
    public async Task A_lack_of_capability_is_shown_as_skipped_with_its_reason()
    {
        var (shown, verdict) = await Run(null, "MTX-LOGOUT-20");

        (shown.Status, verdict).Should().Be((TestStatus.Skipped, Verdict.NotApplicable));
    }

    private static async Task<(ResultState Shown, Verdict Verdict)> Run(string? fault, string requirement)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Faults = fault is null ? [] : [fault] });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "seam"));

        var outcome = await SuiteRunner.Run(run, $"<filter><prop name='Requirement'>{requirement}</prop></filter>");

        var worst = outcome.Scenarios.Select(test => test.ResultState).MaxBy(state => state.Status);
        return (worst!, SuiteRuns.RecordOf(run, "seam").Requirements.Single(row => row.Id == requirement).Verdict);
    }
}
