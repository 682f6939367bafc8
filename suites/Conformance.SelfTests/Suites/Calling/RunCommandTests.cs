using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Reports.Records;
using Conformance.SelfTests.Tool;
using Conformance.SelfTests.Tool.Planning;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Calling;

/// <summary><c>conformance run</c>: the suite without its sources.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RunCommandTests
{
    private const string OneRow = "Requirement=MTX-LOGOUT-02";

    [Test]
    public async Task Writes_record_and_reports_and_sums_up()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();

        var call = await Run(folder, server, "--filter", OneRow, "--seed", "7", "--run-id", "tuesday");

        call.Code.Should().Be(ExitCode.Success, call.Error);
        call.Output.Should().StartWith("Passed! Failed: 0, Passed: ");
        call.Error.Should().Contain("Seed 7").And.Contain(folder.PathTo("out"));
        var record = RunRecordJson.Read(await File.ReadAllTextAsync(folder.PathTo("out/planned/run.json")), "run.json");
        (record.Seed, record.RunId).Should().Be((7, "tuesday"));
        record.Scenarios.Should().NotBeEmpty().And.OnlyContain(scenario => scenario.Requirement == "MTX-LOGOUT-02");
        File.Exists(folder.PathTo("out/planned/summary.md")).Should().BeTrue();
    }

    [Test]
    public async Task Shows_what_failed_and_why()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Faults = ["KeepsTokenAfterLogout"] });
        using var folder = new ToolFolder();

        var call = await Run(folder, server, "--filter", OneRow);

        call.Code.Should().Be(ExitCode.NonConformant, call.Error);
        call.Output.Should().Contain("FAILED ").And.Contain("MTX-LOGOUT-02").And.Contain("Failed! Failed: ");
    }

    [Test]
    public async Task Is_as_strict_as_asked_for()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();

        await Run(folder, server, "--filter", OneRow, "--strict", "--profile", "matrix-logout");

        var record = RunRecordJson.Read(await File.ReadAllTextAsync(folder.PathTo("out/planned/run.json")), "run.json");
        record.Target.Strict.Should().BeTrue();
        record.Target.Profile.Should().StartWith("matrix-logout");
    }

    [Test]
    public async Task Runs_again_what_failed()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Faults = ["KeepsTokenAfterLogout"] });
        using var folder = new ToolFolder();
        await Run(folder, server, "--filter", $"{OneRow}|Requirement=MTX-LOGOUT-01|Requirement=MTX-WHOAMI-05");

        (await Run(folder, server, "--rerun", "failed")).Code.Should().Be(ExitCode.NonConformant);

        RunRecordJson.Read(await File.ReadAllTextAsync(folder.PathTo("out/rerun/planned/run.json")), "run.json").Scenarios
            .Select(scenario => scenario.Requirement).Distinct().Should().Equal("MTX-LOGOUT-02");
        var nothing = await Run(folder, server, "--rerun", "inconclusive");
        (nothing.Code, nothing.Output).Should().Be((ExitCode.Success, nothing.Output));
        nothing.Output.Should().StartWith("Nothing to run again: no scenario has the verdict inconclusive");
    }

    [Test]
    public async Task Runs_nothing_again_of_which_there_is_no_record()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();

        (await Run(folder, server, "--rerun", "failed")).ShouldBeRefused(ExitCode.BadUsage, "of an earlier run");
    }

    [TestCase("Requirement=MTX-NOWHERE-01", "no scenario matches the filter")]
    [TestCase("(Requirement=", "cannot be read")]
    public async Task Runs_nothing_where_a_filter_selects_nothing(string filter, string problem)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();

        var earlier = folder.Save("out/planned/run.json", "of an earlier run");

        (await Run(folder, server, "--filter", filter)).ShouldBeRefused(ExitCode.BadUsage, problem);

        server.ServedInAll.Should().Be(0);
        File.Exists(earlier).Should().BeTrue("who mistypes a filter loses nothing");
    }

    [Test]
    public async Task Refuses_a_profile_of_another_contract()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var folder = new ToolFolder();

        (await Run(folder, server, "--profile", "matrix-logout"))
            .ShouldBeRefused(ExitCode.BadUsage, "the profile matrix-logout is of another contract than planned, which is of koyeb");
    }

    [Test]
    public async Task Refuses_what_is_no_target_file()
    {
        using var folder = new ToolFolder();

        (await ToolCall.Of("run", folder.PathTo("none.json"), "--output", folder.PathTo("out")))
            .ShouldFail("there is no file", "none.json");
    }

    [Test]
    public async Task Refuses_a_folder_that_is_a_file()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();
        folder.Save("out", "a file");

        (await Run(folder, server)).ShouldBeOneSentence(ExitCode.BadUsage);
    }

    [Test]
    public async Task Refuses_a_shard_that_there_is_none_of()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();

        (await Run(folder, server, "--shard", "9/8", "--run-id", "nightly-17"))
            .ShouldBeRefused(ExitCode.BadUsage, "--shard (or CONFORMANCE_SHARD) asks for shard 9 of 8");
    }

    [Test]
    public async Task Names_only_what_its_user_has()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Faults = ["KeepsTokenAfterLogout"] });
        using var folder = new ToolFolder();

        var call = await Run(folder, server, "--filter", OneRow);

        call.Output.Should().Contain("Repeat: conformance run ").And.NotContain("dotnet ").And.NotContain("CONFORMANCE_");
    }

    // Of none of these is a target file looked for.
    [TestCase("argument missing", "run")]
    [TestCase("--filter is empty", "run", "staging.json", "--filter", "")]
    [TestCase("--output is empty", "run", "staging.json", "--output", "")]
    [TestCase("--run-id is empty", "run", "staging.json", "--run-id", "")]
    [TestCase("embedded stands alone", "run", "staging.json", "embedded")]
    [TestCase("named one by one", "run", "one.json;two.json")]
    [TestCase("a whole number from 0", "run", "staging.json", "--seed", "-1")]
    [TestCase("a whole number from 1", "run", "staging.json", "--at-once", "0")]
    [TestCase("'all' not recognized", "run", "staging.json", "--rerun", "all")]
    public async Task Refuses_a_call_that_makes_no_sense(string problem, params string[] args)
    {
        var call = await ToolCall.Of(args);

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().Contain(problem).And.NotContain("there is no file");
    }

    private static Task<ToolCall> Run(ToolFolder folder, ReferenceServer server, params string[] options) => ToolCall.Of(
        ["run", folder.Save("t.json", PlannedTarget.FileOf(server)), "--output", folder.PathTo("out"), .. options]);
}
