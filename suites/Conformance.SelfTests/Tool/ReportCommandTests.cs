using Conformance.Reports;
using Conformance.Reports.Formats.Summary;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;
using Conformance.SelfTests.Reports;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance report</c>: any report, made again.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReportCommandTests : IDisposable
{
    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Writes_all_formats_beside_the_run_unless_told_otherwise()
    {
        var call = await ToolCall.Of("report", folder.Save("run.json", SampleRun.Record));

        var expected = ReportFormats.All.SelectMany(format => format.Write([JudgedRun.Of(SampleRun.Record)])).ToList();
        call.Code.Should().Be(ExitCode.Success, call.Error);
        call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Should()
            .Equal(expected.Select(file => folder.PathTo(file.Path.Split('/')[0])).Distinct(), "a folder of many files is one line");
        expected.Should().NotBeEmpty().And.OnlyContain(file => File.ReadAllText(folder.PathTo(file.Path)) == file.Text);
    }

    [Test]
    public async Task Writes_one_format_into_a_new_folder()
    {
        var call = await ToolCall.Of(
            "report", folder.Save("run.json", SampleRun.Record), "--format", "summary", "--out", folder.PathTo("a/b"));

        call.Code.Should().Be(ExitCode.Success, call.Error);
        Directory.GetFiles(folder.PathTo("a/b")).Should().Equal(folder.PathTo("a/b/summary.md"));
    }

    [TestCase("journal.jsonl")]
    [TestCase("journal.txt")]
    public async Task Reports_a_killed_run_from_its_journal(string name)
    {
        var journal = folder.Save(name, Journals.Started, Journals.Planned("MTX-LOGOUT-02"));

        (await ToolCall.Of("report", journal, "--format", "summary")).Code.Should().Be(ExitCode.Success);

        (await File.ReadAllTextAsync(folder.PathTo("summary.md"))).Should().Contain("The run did not come to its end.");
    }

    [Test]
    public async Task Writes_the_record_of_a_journal_so_that_no_older_one_stays()
    {
        var journal = folder.Save("journal.jsonl", Journals.Started, Journals.Ended);
        folder.Save("run.json", SampleRun.Record);

        var call = await ToolCall.Of("report", journal, "--format", "summary");

        call.Output.Should().Contain(folder.PathTo("run.json"));
        RunRecordJson.Read(await File.ReadAllTextAsync(folder.PathTo("run.json")), "run.json").Scenarios.Should().BeEmpty();
    }

    [Test]
    public async Task Does_not_write_a_record_over_the_journal_that_it_is_made_of()
    {
        var journal = folder.Save("run.json", Journals.Started, Journals.Ended);
        var before = await File.ReadAllTextAsync(journal);

        (await ToolCall.Of("report", journal)).ShouldBeOneSentence(ExitCode.BadUsage);

        (await File.ReadAllTextAsync(journal)).Should().Be(before);
    }

    [Test]
    public async Task Removes_the_reports_of_an_earlier_run_and_nothing_else()
    {
        string[] earlier = [folder.Save("allure-results/1-result.json", "{}"), folder.Save("badge-gone.svg", "<svg/>")];
        string[] others =
        [
            folder.Save("evidence.zip", ""),
            folder.Save("badge.txt", ""),
            folder.Save("sub/junit.xml", ""),
            folder.Save("journal.jsonl", ""),
        ];

        await ToolCall.Of("report", folder.Save("run.json", SampleRun.Record), "--format", "summary");
        earlier.Concat(others).Should().OnlyContain(file => File.Exists(file), "they are of other formats");
        var call = await ToolCall.Of("report", folder.PathTo("run.json"));

        call.Code.Should().Be(ExitCode.Success, call.Error);
        earlier.Should().NotContain(file => File.Exists(file));
        others.Append(folder.PathTo("run.json")).Should().OnlyContain(file => File.Exists(file));
    }

    [TestCase("junit.xml/file", "junit.xml is a folder")]
    [TestCase("allure-results", "allure-results is a file")]
    public async Task Refuses_to_remove_what_no_report_is(string name, string reason)
    {
        var own = folder.Save(name, "mine");
        var certificate = folder.Save("certificate.html", "old");

        var call = await ToolCall.Of("report", folder.Save("run.json", SampleRun.Record));

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().Contain(reason);
        new[] { own, certificate }.Should().OnlyContain(file => File.Exists(file));
    }

    [Test]
    public async Task Refuses_to_remove_what_it_reads_from()
    {
        var run = folder.Save("allure-results/run.json", SampleRun.Record);

        (await ToolCall.Of("report", run, "--out", folder.FullName)).ShouldBeOneSentence(ExitCode.BadUsage);

        File.Exists(run).Should().BeTrue();
    }

    [Test]
    public async Task Reports_one_target_of_several()
    {
        var other = SampleRun.Record with { Target = SampleRun.Record.Target with { Name = "production" } };
        var set = folder.Save("set.json", RunSetJson.Write([SampleRun.Record, other]));

        (await ToolCall.Of("report", set, "--format", "summary", "--target", "production")).Code.Should().Be(ExitCode.Success);

        (await File.ReadAllTextAsync(folder.PathTo("summary.md"))).Should().Be(SummaryMarkdown.Write([JudgedRun.Of(other)]));
    }

    [Test]
    public async Task Reports_several_runs_in_their_order()
    {
        var other = SampleRun.Record with { Target = SampleRun.Record.Target with { Name = "production" } };

        await ToolCall.Of("report", folder.Save("2.json", other), folder.Save("1.json", SampleRun.Record), "--format", "summary");

        (await File.ReadAllTextAsync(folder.PathTo("summary.md"))).Should()
            .Be(SummaryMarkdown.Write([JudgedRun.Of(other), JudgedRun.Of(SampleRun.Record)]));
    }

    [Test]
    public async Task Names_the_formats_that_it_knows()
    {
        var call = await ToolCall.Of("report", folder.Save("run.json", SampleRun.Record), "--format", "nope");

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().Contain("nope").And.ContainAll(ReportFormats.All.Select(format => format.Name));
    }
}
