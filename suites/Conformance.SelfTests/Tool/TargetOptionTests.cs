using Conformance.Record.Runs;
using Conformance.Reports.Records;
using Conformance.SelfTests.Reports;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance bundle</c> packs one run, and <c>--target</c> says which of several.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TargetOptionTests : IDisposable
{
    private readonly ToolFolder folder = new();

    private string Evidence => folder.PathTo("evidence.zip");

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Packs_the_target_that_is_named()
    {
        var record = await RecordedRun.Record();
        var set = folder.Save("set.json", RunSetJson.Write([Renamed(record, "other"), record]));
        await File.WriteAllBytesAsync(folder.PathTo("journal.jsonl"), PackedRun.Lines(await RecordedRun.Journal));

        var call = await ToolCall.Of("bundle", set, "--target", record.Target.Name, "--out", Evidence);

        call.Code.Should().Be(ExitCode.Success, call.Error);
        File.Exists(Evidence).Should().BeTrue();
    }

    [TestCase("1 2", null, "choose one with --target: 1, 2.")]
    [TestCase("1 2", "3", "there is no run of a target '3'; choose one of 1, 2.")]
    [TestCase("1 1", "1", "2 runs of the target '1'; name the run.json of one.")]
    public async Task Lists_the_targets_where_none_is_chosen(string names, string? chosen, string sentence)
    {
        var set = folder.Save("set.json", RunSetJson.Write([.. names.Split(' ').Select(name => Renamed(Reports.SampleRun.Record, name))]));
        string[] target = chosen is null ? [] : ["--target", chosen];

        var call = await ToolCall.Of(["bundle", set, .. target, "--out", Evidence]);

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().Contain(sentence);
        File.Exists(Evidence).Should().BeFalse();
    }

    private static RunRecord Renamed(RunRecord record, string name) => record with { Target = record.Target with { Name = name } };
}
