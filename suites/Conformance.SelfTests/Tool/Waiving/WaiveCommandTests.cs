using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.SelfTests.Reports;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Tool.Waiving.StagingFolder;

namespace Conformance.SelfTests.Tool.Waiving;

/// <summary><c>conformance waive</c>: what it writes holds.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WaiveCommandTests : IDisposable
{
    private readonly StagingFolder staging = new();

    public void Dispose() => staging.Dispose();

    [Test]
    public async Task Writes_a_waiver_that_the_next_run_and_its_gate_honour()
    {
        var (run, target) = (GatedRuns.Run(Verdict.Fail), staging.SaveTarget());

        var call = await Waive(staging.SaveRun(run), target);

        call.Code.Should().Be(ExitCode.Success, call.Error);
        call.Output
            .Should()
            .Contain($"staging.json: {Violated} is excused until {Day}, with the fingerprint 2-").And.Contain("was 200");
        var waiver = WaiversIn(target).Should().ContainSingle().Subject;
        waiver.Should().Be(new Waiver(
            Violated,
            "Known.",
            "https://issues.example/17",
            "session team",
            new DateOnly(2025, 6, 30),
            SoundRuns.FingerprintOf(Violated)));
        (await Gate(run)).Should().Be(ExitCode.NonConformant);
        (await Gate(SoundRuns.Refolded(run.At(run.Target with { Waivers = [waiver] }), run.Scenarios))).Should().Be(ExitCode.Success);
    }

    [Test]
    public async Task Keeps_comments_and_layout()
    {
        var target = staging.SaveTarget();

        await Waive(staging.SaveRun(Verdict.Fail), target);

        (await File.ReadAllTextAsync(target)).Should().StartWith(TargetText[..TargetText.LastIndexOf('}')]);
        Directory.EnumerateFiles(staging.FullName).Should().HaveCount(2, "nothing half-written is left");
    }

    [Test]
    public async Task Finds_the_file_that_the_record_names()
    {
        var target = staging.SaveTarget();
        var run = GatedRuns.Run(Verdict.Fail);
        var named = run with { Target = run.Target with { File = Path.GetRelativePath(Directory.GetCurrentDirectory(), target) } };

        var call = await Waive(staging.SaveRun(named), target: null);

        call.Code.Should().Be(ExitCode.Success, call.Error);
        WaiversIn(target).Should().ContainSingle();
    }

    [Test]
    public async Task Writes_what_a_link_leads_to()
    {
        var target = staging.SaveTarget();
        var link = File.CreateSymbolicLink(staging.PathTo("link.json"), target);

        await Waive(staging.SaveRun(Verdict.Fail), link.FullName);

        WaiversIn(target).Should().ContainSingle();
        new FileInfo(link.FullName).LinkTarget.Should().Be(target);
    }

    [Test]
    public async Task Keeps_the_mode_and_the_mark_of_the_file()
    {
        var target = staging.SaveTarget("\uFEFF" + TargetText);
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(target, mode);

        await Waive(staging.SaveRun(Verdict.Fail), target);

        (await File.ReadAllBytesAsync(target))[..3].Should().Equal(0xEF, 0xBB, 0xBF);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(target).Should().Be(mode);
    }

    private async Task<ExitCode> Gate(RunRecord run) =>
        (await ToolCall.Of("gate", staging.SaveRun(run), "--profile", GatedRuns.Profile)).Code;
}
