using Conformance.Reports.Formats;
using Conformance.Reports.Summary;
using Conformance.SelfTests.Reports;
using Conformance.Tool;
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
            .Should().Equal(expected.Select(file => folder.PathTo(file.Path.Split('/')[0])).Distinct(), "a folder of many files is one line");
        expected.Should().NotBeEmpty().And.OnlyContain(file => File.ReadAllText(folder.PathTo(file.Path)) == file.Text);
    }

    [Test]
    public async Task Writes_one_format_into_a_new_folder()
    {
        var call = await ToolCall.Of("report", folder.Save("run.json", SampleRun.Record), "--format", "summary", "--out", folder.PathTo("a/b"));

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
