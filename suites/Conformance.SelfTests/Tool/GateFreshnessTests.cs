using Conformance.Record.Verdicts;
using Conformance.Reports.Records;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.GatedRuns;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance gate</c> and records that are not of the run that was meant.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GateFreshnessTests : IDisposable
{
    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestCase("nightly-17", ExitCode.Success)]
    [TestCase("nightly-18", ExitCode.AnotherRun)]
    public async Task Judges_the_run_that_was_asked_for(string asked, ExitCode expected)
    {
        var run = folder.Save("run.json", Run(Verdict.Pass) with { RunId = "nightly-17" });

        (await ToolCall.Of("gate", run, "--profile", Profile, "--run-id", asked)).Text(expected);
    }

    [Test]
    public async Task Refuses_a_run_without_an_id_where_one_was_asked_for() =>
        (await ToolCall.Of("gate", folder.Save("run.json", Run(Verdict.Pass)), "--profile", Profile, "--run-id", "nightly-17"))
            .Text(ExitCode.AnotherRun).Should().Contain("runId is absent");

    [TestCase(119, "2h", ExitCode.Success)]
    [TestCase(121, "2h", ExitCode.AnotherRun)]
    [TestCase(121, "120.5m", ExitCode.AnotherRun)]
    [TestCase(60 * 47, "2d", ExitCode.Success)]
    [TestCase(-60, "2h", ExitCode.AnotherRun)]
    [TestCase(-4, "2h", ExitCode.Success)]
    public async Task Refuses_a_record_that_is_too_old_or_of_the_future(int minutes, string most, ExitCode expected)
    {
        var run = folder.Save("run.json", Run(Verdict.Pass));

        var call = await ToolCall.At(Ended.EndedAt.AddMinutes(minutes), "gate", run, "--profile", Profile, "--max-age", most);

        call.Text(expected);
    }

    [TestCase("2")]
    [TestCase("2w")]
    [TestCase("-2h")]
    [TestCase("h")]
    [TestCase("400d")]
    public async Task Refuses_an_age_that_is_none(string age)
    {
        var call = await ToolCall.Of("gate", folder.Save("run.json", Run(Verdict.Pass)), "--max-age", age);

        call.ShouldBeOneSentence(ExitCode.BadUsage);
    }

    [TestCase(23, false)]
    [TestCase(25, true)]
    public async Task Warns_of_a_record_of_yesterday(int hours, bool warns)
    {
        var run = folder.Save("run.json", Run(Verdict.Pass));

        var text = (await ToolCall.At(Ended.EndedAt.AddHours(hours), "gate", run, "--profile", Profile)).Text();

        text.Contains("warning: ", StringComparison.Ordinal).Should().Be(warns);
    }

    [TestCase("2025-06-30T12:00:00Z", ExitCode.Success)]
    [TestCase("2025-07-01T12:00:00Z", ExitCode.WaiverProblem)]
    public async Task Holds_waivers_against_the_day_of_judging(string now, ExitCode expected)
    {
        var run = folder.Save("run.json", Run(Verdict.Fail, "MTX-LOGOUT-06"));

        (await ToolCall.At(DateTimeOffset.Parse(now), "gate", run, "--profile", Profile)).Text(expected);
    }

    [TestCase(1, ExitCode.AnotherRun)]
    [TestCase(-1, ExitCode.Success)]
    public async Task Refuses_a_record_that_a_later_run_should_have_replaced(int minutesLater, ExitCode expected)
    {
        var run = folder.Save("staging/run.json", Run(Verdict.Pass));
        UnusableRun.Remember(folder.FullName, Noon.AddMinutes(minutesLater));

        (await ToolCall.Of("gate", run, "--profile", Profile)).Text(expected);
    }
}
