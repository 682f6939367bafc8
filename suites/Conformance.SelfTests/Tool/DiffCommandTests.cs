using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Records;
using Conformance.SelfTests.Reports;
using Conformance.Tool.Approving;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance diff</c>: what changed, for people, pull requests and programs.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DiffCommandTests : IDisposable
{
    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test, Category(GeneratedFiles.TextsCategory)]
    public async Task Shows_people_what_changed() => (await Compare()).Text().ShouldBeApproved("diff.approved.txt");

    [Test, Category(GeneratedFiles.TextsCategory)]
    public async Task Shows_a_pull_request_what_changed() => (await Compare("--markdown")).Output.ShouldBeApproved("diff.approved.md");

    [Test, Category(GeneratedFiles.TextsCategory)]
    public async Task Tells_a_program_what_changed() => (await Compare("--json")).Output.ShouldBeApproved("diff.approved.json");

    [Test]
    public async Task Says_that_nothing_changed()
    {
        var run = folder.Save("run.json", SampleRun.Record);

        (await ToolCall.Of("diff", run, run, "--fail-on", "regressions", "lost-coverage")).Text().Should().Be("staging: nothing changed\n");
    }

    [TestCase(Verdict.Fail, "regressions", ExitCode.NonConformant)]
    [TestCase(Verdict.Fail, "lost-coverage", ExitCode.Success)]
    [TestCase(Verdict.NotApplicable, "regressions", ExitCode.Success)]
    [TestCase(Verdict.NotApplicable, "lost-coverage", ExitCode.NonConformant)]
    public async Task Fails_on_what_it_is_told_to(Verdict now, string failOn, ExitCode expected)
    {
        var old = folder.Save("old.json", Fold(Finished("MTX-LOGOUT-02", Verdict.Pass)));
        var current = folder.Save("new.json", Fold(Finished("MTX-LOGOUT-02", now)));

        (await ToolCall.Of("diff", old, current)).Text();
        (await ToolCall.Of("diff", old, current, "--fail-on", failOn)).Text(expected);
    }

    [Test]
    public async Task Fails_on_a_target_that_is_gone()
    {
        var kept = Fold(Finished("MTX-LOGOUT-02", Verdict.Pass));
        var old = folder.Save("old.json", RunSetJson.Write([kept, Named(kept, "production")]));
        var current = folder.Save("new.json", kept);

        (await ToolCall.Of("diff", old, current, "--fail-on", "lost-coverage")).Text(ExitCode.NonConformant)
            .Should().Contain("production: in the older runs only");
    }

    [Test]
    public async Task Refuses_runs_of_two_contracts()
    {
        var matrix = Fold([]);
        var koyeb = matrix with { Target = matrix.Target with { Dialect = "koyeb", Edition = "s26" } };

        (await ToolCall.Of("diff", folder.Save("old.json", matrix), folder.Save("new.json", koyeb))).ShouldBeOneSentence(ExitCode.BadUsage);
    }

    private static RunRecord Named(RunRecord run, string name) => run with { Target = run.Target with { Name = name } };

    /// <summary>From a run in which all was well to the sample, in which everything happens.</summary>
    private Task<ToolCall> Compare(params string[] options)
    {
        var slow = Enumerable.Range(1, 10).Select(i => Exchange(i, "GET /sync", 200)).ToList();
        var old = Fold(
        [
            Finished("MTX-LOGOUT-02", Verdict.Pass),
            Finished("MTX-LOGOUT-03", Verdict.Fail) with { Findings = [Finding("MTX-LOGOUT-03", Verdict.Fail)] },
            Finished("MTX-LOGOUT-10", Verdict.Pass),
            Finished("MTX-LOGOUT-13", Verdict.Warning) with
            {
                Findings = [new Finding("MTX-LOGOUT-13", Verdict.Warning, new Mismatch("status", "405", "200"))],
            },
            Finished("MTX-LOGOUT-20", Verdict.Pass) with { Exchanges = [.. slow.Select(exchange => exchange with { Milliseconds = 12 })] },
        ]);
        var later = slow.Select(exchange => exchange with { Number = exchange.Number + 100 }).ToList();
        var current = SampleRun.Record with
        {
            SuiteVersion = "0.2.0",
            Scenarios = [.. SampleRun.Record.Scenarios.Select(
                scenario => scenario.Scenario == "Deletes_the_device" ? scenario with { Exchanges = later } : scenario)],
        };
        return ToolCall.Of(["diff", folder.Save("old.json", old), folder.Save("new.json", current), .. options]);
    }
}
