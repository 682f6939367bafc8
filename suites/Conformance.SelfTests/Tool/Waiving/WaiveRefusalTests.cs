using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.SelfTests.Reports;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Tool.Waiving.StagingFolder;

namespace Conformance.SelfTests.Tool.Waiving;

/// <summary><c>conformance waive</c>: what it does not write, it says in one sentence, and leaves the file as it is.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WaiveRefusalTests : IDisposable
{
    private readonly StagingFolder staging = new();

    public void Dispose() => staging.Dispose();

    [TestCase("MTX-LOGUOT-06", Day, "there is no requirement 'MTX-LOGUOT-06'; the nearest are MTX-LOGOUT-")]
    [TestCase("MTX-LOGIN-10", Day, "has nothing on MTX-LOGIN-10: name the record of a run that has judged it")]
    [TestCase("MTX-LOGOUT-03", Day, "MTX-LOGOUT-03 is pass in ", "nothing to excuse")]
    [TestCase(Violated, "2025-03-13", "--expires is 2025-03-13, which is past: give a day from 2025-03-14 on")]
    [TestCase(Violated, "31.3.2027", "--expires is '31.3.2027': give a day such as 2027-03-31")]
    public async Task Refuses_what_makes_no_waiver(string id, string expires, params string[] parts)
    {
        var target = staging.SaveTarget();

        var call = await Waive(staging.SaveRun(Verdict.Fail), target, id: id, expires: expires);

        ShouldBeRefused(call, target, parts);
    }

    [TestCase("", "https://issues.example/17", "waivers[0].reason", "give a sentence for readers of the certificate")]
    [TestCase("Known.", "issue 17", "waivers[0].link", "give the http or https URL of an issue")]
    public async Task Refuses_what_a_target_file_would_not_take(string reason, string link, params string[] parts)
    {
        var target = staging.SaveTarget();

        var call = await Waive(staging.SaveRun(Verdict.Fail), target, reason: reason, link: link);

        ShouldBeRefused(call, target, ["the target file would not take it", .. parts]);
    }

    [Test]
    public async Task Refuses_what_was_not_proven()
    {
        var target = staging.SaveTarget();
        var killed = GatedRuns.Run(Verdict.Fail) with { EndedAt = null };

        ShouldBeRefused(
            await Waive(staging.SaveRun(Verdict.Inconclusive), target),
            target,
            [$"{Violated} is inconclusive in ", "excuses what was proven only: It could not be."]);
        ShouldBeRefused(await Waive(staging.SaveRun(killed), target), target, ["did not come to its end", "run again"]);
    }

    [Test]
    public async Task Refuses_a_second_waiver_of_a_requirement()
    {
        var (run, target) = (staging.SaveRun(Verdict.Fail), staging.SaveTarget());
        await Waive(run, target);
        var once = await File.ReadAllTextAsync(target);

        var call = await Waive(run, target, expires: "2025-12-31");

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().ContainAll($"has a waiver for {Violated} in line 8 already, until {Day} and with", "change that one");
        (await File.ReadAllTextAsync(target)).Should().Be(once);
    }

    [TestCase("\"staging\"", "\"production\"", "is about production at https://hs.example, and ")]
    [TestCase("https://hs.example", "https://other.example", "is about staging at https://other.example, and ")]
    [TestCase("\"dialect\"", "\"dialct\"", "the target file cannot be used: ")]
    public async Task Refuses_a_file_that_is_not_that_of_the_run(string text, string other, string sentence)
    {
        var target = staging.SaveTarget(TargetText.Replace(text, other, StringComparison.Ordinal));

        var call = await Waive(staging.SaveRun(Verdict.Fail), target);

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().Contain(sentence);
        Directory.EnumerateFiles(staging.FullName).Should().HaveCount(2);
    }

    [Test]
    public async Task Refuses_a_record_or_a_file_that_there_is_not()
    {
        var run = GatedRuns.Run(Verdict.Fail);
        var gone = run with { Target = run.Target with { File = "gone.json" } };
        var embedded = run with { Target = run.Target with { Embedded = true } };

        (await Waive(staging.PathTo("none.json"), target: null)).ShouldBeOneSentence(ExitCode.UnreadableRecord);
        await ShouldBeRefused(run, staging.PathTo("none.json"), "none.json; name the target file of the run with --file");
        await ShouldBeRefused(run, target: null, "names no target file: name it with --file");
        await ShouldBeRefused(gone, target: null, "gone.json, which ");
        await ShouldBeRefused(embedded, target: null, "which has no target file");
    }

    [Test]
    public async Task Refuses_a_file_that_is_in_no_text_it_knows()
    {
        var target = staging.PathTo("staging.json");
        await File.WriteAllBytesAsync(target, [0x7B, 0xFC, 0x7D]);

        (await Waive(staging.SaveRun(Verdict.Fail), target)).ShouldBeRefused(ExitCode.BadUsage, "is not in UTF-8: save it so");
    }

    private async Task ShouldBeRefused(RunRecord run, string? target, string problem) =>
        (await Waive(staging.SaveRun(run), target)).ShouldBeRefused(ExitCode.BadUsage, problem);

    private static void ShouldBeRefused(ToolCall call, string target, string[] parts)
    {
        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().ContainAll(parts);
        File.ReadAllText(target).Should().Be(TargetText);
    }
}
