using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.Tool;
using Conformance.SelfTests.Tool.Planning;
using Conformance.Suites.Calling;
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

        var run = await Run(folder, OneRow, stopped.Token, ("first", server), ("second", server), ("third", server));

        run.Should().StartWith("Stopped ");
        Directory.GetFiles(folder.PathTo("out"), "run.json", SearchOption.AllDirectories).Should().HaveCountLessThan(3);
    }

    private static Task<string> Run(ToolFolder folder, string filter, params (string Name, ReferenceServer Server)[] targets) =>
        Run(folder, filter, CancellationToken.None, targets);

    private static async Task<string> Run(
        ToolFolder folder, string filter, CancellationToken interruption, params (string Name, ReferenceServer Server)[] targets)
    {
        var files = targets
            .Select(target => folder.Save($"{target.Name}.json", PlannedTarget.FileOf(target.Server, target.Name)))
            .ToList();
        using var results = new StringWriter { NewLine = "\n" };
        var call = new SuiteCall(files, folder.PathTo("out")) { Filter = filter, AtOnce = 2 };
        var end = await new CalledSuite(call).Run(results, TextWriter.Null, interruption);
        var text = results.ToString();
        return $"{end} {(text.StartsWith("Passed!", StringComparison.Ordinal) ? "SUM " : "")}{text}";
    }

    private static int TotalOf(string run) => int.Parse(
        run.Split("Total: ")[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
}
