using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A target file that says otherwise than the server makes the run red, with a sentence that says what to change.</summary>
public sealed class DiscrepancyTests
{
    private const string OneRow = "<filter><prop name='Requirement'>MTX-LOGOUT-04</prop></filter>";

    private const string Sentence = "declared: capabilities.deviceKeys is false in embedded, but the server has it";

    [Test]
    public async Task What_is_there_and_declared_not_to_be_is_no_silent_excuse()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var run = SuiteRuns.Against(SuiteRuns.Slot(
            server, "declared",
            change: settings => settings with { Capabilities = new Dictionary<string, bool> { ["deviceKeys"] = false } }));

        var outcome = await SuiteRunner.Run(run, OneRow);

        var record = SuiteRuns.RecordOf(run, "declared");
        var summary = SuiteRuns.SummaryOf(run, "declared");
        using var scope = new AssertionScope();
        outcome.Result.ResultState.Status.Should().Be(TestStatus.Failed);
        outcome.AllText.Should().Contain(Sentence);
        record.Preflight!.Discrepancies.Should().ContainSingle();
        record.Scenarios.Should().OnlyContain(scenario => scenario.Verdict == Verdict.NotApplicable && scenario.Lacks == "deviceKeys");
        summary
            .Should()
            .Contain("The target file and the server do not agree").And.Contain($"{record.Scenarios.Count} scenarios not applicable");
    }

    [Test]
    public async Task It_is_told_on_the_console()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        var target = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"declared-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(
            target, server.TargetFile("declared").Replace("\"deviceKeys\": true", "\"deviceKeys\": false", StringComparison.Ordinal));
        using var run = DotnetTest.Start(target, filter: "Requirement=MTX-LOGOUT-04");

        var (exitCode, console) = await run.End();

        exitCode.Should().NotBe(0);
        console.Should().Contain("capabilities.deviceKeys is false in").And.Contain("remove it, so that the scenarios that need it run.");
    }
}
