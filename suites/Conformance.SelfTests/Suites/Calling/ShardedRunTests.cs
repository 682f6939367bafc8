using Conformance.Record.Runs;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Options;
using Conformance.Reports.Records;
using Conformance.SelfTests.Tool;
using Conformance.SelfTests.WholeRuns;
using Conformance.Suites.Wiring;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Calling;

/// <summary>Shards that run at the same time, each in a process of its own, come to what one run comes to.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ShardedRunTests
{
    private const int Shards = 4;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    private static IEnumerable<TestCaseData> Servers =>
    [
        new TestCaseData(EmbeddedServers.Matrix, "matrix-session").SetArgDisplayNames("Matrix"),
        new TestCaseData(new KoyebServerOptions(), "koyeb-s21").SetArgDisplayNames("Koyeb"),
    ];

    // As an Indexed Job of Kubernetes sets it.
    [TestCaseSource(nameof(Servers))]
    public async Task Four_at_once_are_one_run(ReferenceServerOptions options, string profile)
    {
        await using var server = await ReferenceServer.Start(options);
        using var folder = new ToolFolder();
        var target = folder.Save("target.json", server.TargetFile("sharded"));
        var whole = await Run(folder, target, "whole");

        var told = await Task.WhenAll(Enumerable.Range(0, Shards).Select(index => Run(
            folder, target, $"shard-{index}", [("JOB_COMPLETION_INDEX", $"{index}")], "--shard", $"auto/{Shards}", "--run-id", "nightly")));

        (whole + string.Concat(told)).Should().Be(string.Concat(Enumerable.Repeat("0", 1 + Shards)));
        var merged = folder.PathTo("merged.json");
        var merge = await ToolCall.Of([
            "merge", .. Enumerable.Range(0, Shards).Select(index => RecordIn(folder, $"shard-{index}")), "--out", merged,
        ]);
        (merge.Code, merge.Error).Should().Be((ExitCode.Success, ""));
        merge.Output.Should().NotContain("missing");
        var (one, several) = (Read(RecordIn(folder, "whole")), Read(merged));
        several.Requirements.Select(row => (row.Id, row.Verdict)).Should().Equal(one.Requirements.Select(row => (row.Id, row.Verdict)));
        several.Scenarios.Select(scenario => scenario.Scenario).Should().Equal(one.Scenarios.Select(scenario => scenario.Scenario));
        (await ToolCall.Of("gate", merged, "--profile", profile, "--run-id", "nightly")).Code.Should().Be(ExitCode.Success);
        var alone = await ToolCall.Of("gate", RecordIn(folder, "shard-2"), "--profile", profile);
        (alone.Code, alone.Output).Should().Be((ExitCode.NonConformant, alone.Output));
        alone.Output.Should().Contain("it is shard 3/4 alone");
    }

    private static string RecordIn(ToolFolder folder, string run) => folder.PathTo($"{run}/sharded/run.json");

    private static RunRecord Read(string file) => RunRecordJson.Read(File.ReadAllText(file), file);

    private static Task<string> Run(ToolFolder folder, string target, string output) => Run(folder, target, output, []);

    // The exit code; all that was told, if it is not 0.
    private static async Task<string> Run(
        ToolFolder folder, string target, string output, (string Name, string Value)[] environment, params string[] options)
    {
        var (_, told) = await MeasuredTool.Run(Bound, environment, ["run", target, "--output", folder.PathTo(output), .. options]);
        return told.StartsWith("0, ", StringComparison.Ordinal) ? "0" : told;
    }
}
