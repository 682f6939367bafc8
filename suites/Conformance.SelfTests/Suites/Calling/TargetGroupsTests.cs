using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.Tool;
using Conformance.SelfTests.Tool.Planning;
using Conformance.Suites.Calling;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Calling;

/// <summary>Many targets are tested a group at a time, and a group is let go before the next one.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class TargetGroupsTests
{
    private const string OneRow = "Requirement=MTX-LOGOUT-02";

    [Test]
    public async Task All_are_tested_and_summed_up()
    {
        await using var faulty = await ReferenceServer.Start(new MatrixServerOptions { Faults = ["KeepsTokenAfterLogout"] });
        await using var sound = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();

        var alone = await Run(folder, OneRow, ("only", sound));
        var together = await Run(folder, OneRow, ("first", faulty), ("second", sound), ("third", sound));

        alone.Should().StartWith("Passed SUM Passed! Failed: 0, ");
        together.Should().StartWith("Failed FAILED ").And.Contain($"Total: {3 * TotalOf(alone)},");
        Directory.GetFiles(folder.PathTo("out"), "summary.md", SearchOption.AllDirectories).Should().HaveCount(4);
    }

    [Test]
    public async Task A_filter_may_select_those_of_one_group_only()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();

        var run = await Run(
            folder, $"{OneRow}&FullyQualifiedName~third", ("first", server), ("second", server), ("third", server));

        run.Should().StartWith("Passed SUM Passed! Failed: 0, ").And.NotContain("Total: 0");
        File.Exists(folder.PathTo("out/third/summary.md")).Should().BeTrue();
        server.ServedInAll.Should().BeGreaterThan(0);
    }

    [Test]
    public async Task None_is_tested_after_a_stop()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();

        var run = await Run(folder, OneRow, TextWriter.Null, stopped.Token, ("first", server), ("second", server), ("third", server));

        run.Should().StartWith("Stopped Failed! Failed: 0, Passed: 0, ");
        server.ServedInAll.Should().Be(0);
    }

    [Test]
    public async Task Those_after_a_stop_have_no_record_that_a_gate_takes()
    {
        using var stop = new CancellationTokenSource();
        using var progress = new Stopping(stop, "group 2 of 2");
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var other = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();
        var record = folder.Save("out/third/run.json", "of an earlier run");

        var run = await Run(folder, OneRow, progress, stop.Token, ("first", server), ("second", other), ("third", server));

        run.Should().StartWith("Stopped Failed! ");
        progress.ToString().Should().Contain("Not tested: third");
        (await File.ReadAllTextAsync(record)).Should().Contain("the run had not come to it yet");
        (await ToolCall.Of("gate", folder.PathTo("out/first/run.json"), record, "--all")).Code.Should().Be(ExitCode.UnreadableRecord);
    }

    [Test]
    public async Task A_target_that_another_run_has_is_told_where_nothing_of_its_group_is_selected()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();
        await using var another = new FileStream(
            folder.Save("out/first.lock", ""), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var progress = new StringWriter();

        var run = await Run(
            folder,
            $"{OneRow}&FullyQualifiedName~third",
            progress,
            CancellationToken.None,
            ("first", server),
            ("second", server),
            ("third", server));

        run.Should().StartWith("Failed Failed! Failed: 0, ");
        progress.ToString().Should().Contain("first cannot be tested: another run is writing to ");
    }

    private static Task<string> Run(ToolFolder folder, string filter, params (string Name, ReferenceServer Server)[] targets) =>
        Run(folder, filter, TextWriter.Null, CancellationToken.None, targets);

    private static async Task<string> Run(
        ToolFolder folder,
        string filter,
        TextWriter progress,
        CancellationToken interruption,
        params (string Name, ReferenceServer Server)[] targets)
    {
        var files = targets
            .Select(target => folder.Save($"{target.Name}.json", PlannedTarget.FileOf(target.Server, target.Name)))
            .ToList();
        using var results = new StringWriter { NewLine = "\n" };
        var call = new SuiteCall(files, folder.PathTo("out")) { Filter = filter, AtOnce = 2 };
        var end = await new CalledSuite(call).Run(results, progress, interruption);
        var text = results.ToString();
        return $"{end} {(text.StartsWith("Passed!", StringComparison.Ordinal) ? "SUM " : "")}{text}";
    }

    // Stops the run as soon as it says something.
    private sealed class Stopping(CancellationTokenSource stop, string said) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(said, StringComparison.Ordinal) == true)
                stop.Cancel();
        }
    }

    private static int TotalOf(string run) => int.Parse(
        run.Split("Total: ")[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
}
