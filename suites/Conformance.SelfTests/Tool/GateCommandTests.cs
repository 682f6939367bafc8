using Conformance.Record.Verdicts;
using Conformance.Reports.Records;
using Conformance.SelfTests.Reports;
using Conformance.Tool.Approving;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.GatedRuns;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance gate</c>: what a build server acts on.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GateCommandTests : IDisposable
{
    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestCase(Verdict.Pass, ExitCode.Success, "conformant to matrix-logout version 3: staging: ")]
    [TestCase(Verdict.Warning, ExitCode.Success, "conformant to matrix-logout version 3: staging: ")]
    [TestCase(Verdict.Fail, ExitCode.NonConformant, "not conformant to matrix-logout version 3: staging: ")]
    [TestCase(Verdict.NotApplicable, ExitCode.NonConformant, "not conformant to matrix-logout version 3: staging: ")]
    [TestCase(Verdict.Inconclusive, ExitCode.Inconclusive, "inconclusive: staging")]
    public async Task Ends_with_the_judgement_of_the_gate(Verdict verdict, ExitCode expected, string sentence)
    {
        var call = await ToolCall.Of("gate", folder.Save("run.json", Run(verdict)), "--profile", Profile);

        call.Text(expected).Should().StartWith(sentence).And.NotContain(": pass");
    }

    [Test]
    public async Task Ends_with_a_code_of_its_own_where_a_waiver_does_not_hold()
    {
        var call = await ToolCall.Of("gate", folder.Save("run.json", Run(Verdict.Pass, "MTX-LOGOUT-02")), "--profile", Profile);

        call.Text(ExitCode.WaiverProblem).Should().StartWith("waivers do not hold: staging").And.Contain("has nothing to excuse");
    }

    [Test]
    public async Task Finds_a_killed_run_inconclusive_from_its_journal()
    {
        var run = Run(Verdict.Pass);
        var journal = folder.Save("journal.jsonl", SoundRuns.At(run.Target), run.Scenarios[0]);

        (await ToolCall.Of("gate", journal, "--profile", Profile)).Text(ExitCode.Inconclusive).Should().Contain("did not come to its end");
    }

    [Test, Category(GeneratedFiles.TextsCategory)]
    public async Task Tells_first_the_verdict_and_then_what_to_look_at() =>
        (await ToolCall.Of("gate", folder.Save("run.json", OfAllKinds()), "--profile", Profile)).Text(ExitCode.NonConformant)
            .ShouldBeApproved("gate.approved.txt");

    [Test]
    public async Task Tells_what_passed_only_when_asked()
    {
        var run = folder.Save("run.json", Run(Verdict.Pass));

        (await ToolCall.Of("gate", run, "--profile", Profile)).Text().Should().NotContain("MTX-LOGOUT-03");
        (await ToolCall.Of("gate", run, "--profile", Profile, "--verbose"))
            .Text()
            .Should()
            .Contain("Passed").And.Contain("MTX-LOGOUT-03     pass");
    }

    [Test, Category(GeneratedFiles.TextsCategory)]
    public async Task Tells_a_program_everything()
    {
        var call = await ToolCall.Of("gate", folder.Save("run.json", OfAllKinds()), "--profile", Profile, "--json");

        call.Output.Replace(folder.FullName, "folder", StringComparison.Ordinal).Replace('\\', '/').ShouldBeApproved("gate.approved.json");
    }

    [TestCase(ExitCode.NonConformant, Verdict.Inconclusive, Verdict.Fail)]
    [TestCase(ExitCode.Inconclusive, Verdict.Pass, Verdict.Inconclusive)]
    [TestCase(ExitCode.Success, Verdict.Pass, Verdict.Warning)]
    public async Task Lets_the_worst_of_several_runs_decide(ExitCode expected, Verdict first, Verdict second)
    {
        var files = new[] { folder.Save("1.json", Run(first)), folder.Save("2.json", Run(second)) };

        (await ToolCall.Of(["gate", .. files, "--profile", Profile])).Text(expected);
        var set = folder.Save("set.json", RunSetJson.Write([Run(second), Run(first)]));
        (await ToolCall.Of("gate", set, "--profile", Profile)).Text(expected);
    }

    [Test]
    public async Task Judges_one_target_of_several()
    {
        var other = Run(Verdict.Fail);
        var set = folder.Save(
            "set.json", RunSetJson.Write([Run(Verdict.Pass), other.At(other.Target with { Name = "production" })]));

        (await ToolCall.Of("gate", set, "--profile", Profile, "--target", "staging")).Text().Should().NotContain("production");
        (await ToolCall.Of("gate", set, "--profile", Profile, "--target", "production"))
            .Text(ExitCode.NonConformant)
            .Should()
            .NotContain("staging");
        var unknown = await ToolCall.Of("gate", set, "--target", "nowhere");
        unknown.ShouldBeOneSentence(ExitCode.BadUsage);
        unknown.Error.Should().ContainAll("nowhere", "staging, production");
    }

    [Test]
    public async Task Lets_a_violation_outweigh_a_waiver_and_a_waiver_what_is_inconclusive()
    {
        var inconclusive = folder.Save("inconclusive.json", Run(Verdict.Inconclusive));
        var waiver = folder.Save("waiver.json", Run(Verdict.Pass, "MTX-LOGOUT-02"));
        var violated = folder.Save("violated.json", Run(Verdict.Fail));

        (await ToolCall.Of("gate", inconclusive, waiver, "--profile", Profile)).Text(ExitCode.WaiverProblem);
        (await ToolCall.Of("gate", waiver, violated, "--profile", Profile)).Text(ExitCode.NonConformant);
    }

    [TestCase(Verdict.Pass)]
    [TestCase(Verdict.Waived)]
    public async Task Refuses_a_verdict_that_somebody_has_written_over_another_one(Verdict written)
    {
        var run = Run(Verdict.Fail);

        var edited = run with
        {
            Requirements = [.. run.Requirements.Select(row => row with { Verdict = row.Verdict is Verdict.Fail ? written : row.Verdict })],
        };
        var call = await ToolCall.Of("gate", folder.Save("run.json", edited));

        call.ShouldBeOneSentence(ExitCode.UnreadableRecord);
        call.Error.Should().Contain("and its scenarios give fail");
    }
}
