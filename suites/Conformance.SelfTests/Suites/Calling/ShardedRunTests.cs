using System.Diagnostics;
using Conformance.Record.Runs;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.Reports.Records;
using Conformance.SelfTests.Runsettings.Ci;
using Conformance.SelfTests.Tool;
using Conformance.Suites.Wiring;
using Conformance.Tool;
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

    [Test]
    public async Task Four_processes_are_one_run_of_Matrix()
    {
        await using var server = await ReferenceServer.Start(EmbeddedServers.Matrix);
        using var folder = new ToolFolder();
        var target = folder.Save("target.json", server.TargetFile("staging"));
        var whole = await Run(folder, target, "whole");

        var told = await Task.WhenAll(Enumerable.Range(1, Shards).Select(index => Run(
            folder, target, $"shard-{index}", "--shard", $"{index}/{Shards}", "--run-id", "nightly")));

        (whole + string.Concat(told)).Should().Be(string.Concat(Enumerable.Repeat("0", 1 + Shards)));
        var merged = folder.PathTo("merged.json");
        var merge = await ToolCall.Of(
            ["merge", .. Enumerable.Range(1, Shards).Select(index => RecordIn(folder, $"shard-{index}")), "--out", merged]);
        merge.Code.Should().Be(ExitCode.Success, merge.Error);
        merge.Output.Should().NotContain("missing");
        ShouldBeAlike(merged, RecordIn(folder, "whole"));
        (await ToolCall.Of("gate", merged, "--profile", "matrix-session", "--run-id", "nightly")).Code.Should().Be(ExitCode.Success);
        Read(merged).Target.ScenariosAtOnce.Should().Be(Shards * Read(RecordIn(folder, "whole")).Target.ScenariosAtOnce);
        var alone = await ToolCall.Of("gate", RecordIn(folder, "shard-3"), "--profile", "matrix-session");
        alone.Code.Should().Be(ExitCode.NonConformant);
        alone.Output.Should().Contain("it is shard 3/4 alone");
    }

    [Test]
    public async Task Four_pods_are_one_run_of_Koyeb()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var folder = new ToolFolder();
        var target = folder.Save("staging.json", server.TargetFile("staging"));
        var (shards, judge) = KubernetesRecipe.Read(await File.ReadAllTextAsync(Recipe.PathOf(KubernetesRecipe.Name)));

        var whole = await Run(folder, target, "whole");
        var pods = await Task.WhenAll(Enumerable.Range(0, Shards).Select(index => Pod(shards, ("JOB_COMPLETION_INDEX", $"{index}"))));
        var judged = await Pod(judge);

        (whole + string.Concat(pods)).Should().Be(string.Concat(Enumerable.Repeat("0", 1 + Shards)));
        judged.Should().Be("0", "the gate is the last that is asked");
        ShouldBeAlike(folder.PathTo("nightly-1/merged/run.json"), RecordIn(folder, "whole"));

        Task<string> Pod(k8s.Models.V1Job job, params (string, string)[] variables)
        {
            var script = KubernetesRecipe.ScriptOf(job, typeof(ConformanceTool).Assembly.Location, target, folder.FullName);
            var start = new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = folder.FullName };
            return Ended(start, [.. KubernetesRecipe.EnvironmentOf(job), .. variables]);
        }
    }

    private static void ShouldBeAlike(string merged, string whole)
    {
        var (one, several) = (Read(whole), Read(merged));
        several.Requirements.Select(row => (row.Id, row.Verdict)).Should().Equal(one.Requirements.Select(row => (row.Id, row.Verdict)));
        several.Scenarios.Select(scenario => scenario.Scenario).Should().Equal(one.Scenarios.Select(scenario => scenario.Scenario));
    }

    private static string RecordIn(ToolFolder folder, string run) => folder.PathTo($"{run}/staging/run.json");

    private static RunRecord Read(string file) => RunRecordJson.Read(File.ReadAllText(file), file);

    private static Task<string> Run(ToolFolder folder, string target, string output, params string[] options) => Ended(new ProcessStartInfo(
        "dotnet", [typeof(ConformanceTool).Assembly.Location, "run", target, "--output", folder.PathTo(output), .. options]));

    // The exit code; all that was told, if it is not 0.
    private static async Task<string> Ended(ProcessStartInfo start, params (string Name, string Value)[] variables)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var (name, value) in variables.Prepend(("CONFORMANCE_REFERENCE_PASSWORD", ReferenceAccounts.Password))
            .Prepend(("CONFORMANCE_REFERENCE_AS_TOKEN", ReferenceAccounts.Password))
            .Prepend((Conformance.Fixtures.Cleaning.LedgerKey.Variable, OwnLedgerKey.Value)))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var told = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync().WaitAsync(Bound);
            return process.ExitCode == 0 ? "0" : string.Concat(await told);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
