using Conformance.Fixtures.Targets;
using Conformance.Record.Waivers;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Suites;
using FluentAssertions;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A run that is red for a reason of its own has a test that fails, so that whoever counts tests sees it.</summary>
public sealed class RunItselfTests
{
    private const string OneRow = "<filter><prop name='Requirement'>MTX-LOGOUT-01</prop></filter>";

    [Test]
    public async Task Fails_for_a_waiver_that_nobody_needs()
    {
        var waiver = new Waiver(
            "MTX-LOGOUT-01", "known", "https://issues.example/17", "session team", new DateOnly(2099, 12, 31), "2-0123456789abcdef");

        var test = await Run(settings => settings with { Waivers = [waiver] });

        test.ResultState.Status.Should().Be(TestStatus.Failed);
        test.Message.Should().Contain("the waiver for MTX-LOGOUT-01 does not hold");
    }

    [Test]
    public async Task Fails_for_a_capability_that_is_otherwise_than_declared()
    {
        var test = await Run(WithoutKeys);

        test.ResultState.Status.Should().Be(TestStatus.Failed);
        test.Message.Should().Contain("capabilities.deviceKeys");
    }

    [Test]
    public async Task Passes_otherwise() => (await Run(settings => settings)).ResultState.Status.Should().Be(TestStatus.Passed);

    [Test]
    public async Task Is_told_by_the_last_scenario_where_the_runs_own_test_was_not_selected()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "itself", change: WithoutKeys));

        var outcome = await SuiteRunner.Run(run, "<filter><class>Conformance.Suites.Matrix.WhoAmITests</class></filter>");

        outcome.Result.ResultState.Status.Should().Be(TestStatus.Failed);
        outcome.Scenarios
            .Should()
            .ContainSingle(result => result.ResultState.Status == TestStatus.Failed)
            .Which.Message.Should()
            .Contain("The run is red for a reason that is not this scenario's:").And.Contain("capabilities.deviceKeys");
    }

    [Test]
    public async Task Is_told_for_each_target_whose_own_test_was_not_selected()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "told"), SuiteRuns.Slot(server, "untold", change: WithoutKeys));

        const string OfOne = "<test re='1'>RunTests\\(\"?told</test>";
        var outcome = await SuiteRunner.Run(
            run, $"<filter><or>{OfOne}<class>Conformance.Suites.Matrix.WhoAmITests</class></or></filter>");

        outcome.Tests.Where(test => test.Test.TypeInfo?.Type == typeof(RunTests)).Should().ContainSingle();
        outcome.Result.ResultState.Status.Should().Be(TestStatus.Failed);
        outcome.AllText.Should().Contain("untold: capabilities.deviceKeys is false");
    }

    [Test]
    public async Task Is_red_where_a_filter_selects_it_and_no_scenario()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "itself"));

        var outcome = await SuiteRunner.Run(run, "<filter><prop name='Requirement'>MTX-ERR-01</prop></filter>");

        outcome.Tests.Should().ContainSingle().Which.Message.Should().Contain(
            "itself: nothing is judged, since the filter selects none of its scenarios.");
        outcome.Result.ResultState.Status.Should().Be(TestStatus.Failed);
        server.ServedInAll.Should().Be(0);
    }

    private static TargetSettings WithoutKeys(TargetSettings settings) =>
        settings with { Capabilities = new Dictionary<string, bool> { ["deviceKeys"] = false } };

    private static async Task<ITestResult> Run(Func<TargetSettings, TargetSettings> change)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "itself", change: change));
        var outcome = await SuiteRunner.Run(run, OneRow);
        return outcome.Tests.Single(result => result.Test.TypeInfo?.Type == typeof(RunTests));
    }
}
