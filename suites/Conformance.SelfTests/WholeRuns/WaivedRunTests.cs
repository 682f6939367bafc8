using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Whole runs with a waiver in the target file.</summary>
public sealed class WaivedRunTests
{
    private const string Row = "MTX-LOGOUT-03";
    private const string OnlyThatRow = $"<filter><prop name='Requirement'>{Row}</prop></filter>";
    private const string Sin = "KeepsDeviceListed";

    [Test]
    public async Task Are_green_and_show_what_is_excused()
    {
        var (record, outcome) = await Run(Sin, seed: 2, await Waiver());

        record.Requirements.Single(row => row.Id == Row).Verdict.Should().Be(Verdict.Waived);
        outcome.Result.ResultState.Status.Should().NotBe(TestStatus.Failed, outcome.AllText);
        outcome.AllText.Should().Contain("Waived until 2099-12-31 by session team: known (https://issues.example/17)");
    }

    [Test]
    public async Task Are_red_where_there_is_nothing_to_excuse()
    {
        var (_, outcome) = await Run(fault: null, seed: 3, await Waiver());

        outcome.Result.ResultState.Status.Should().Be(TestStatus.Failed);
        outcome.AllText.Should().Contain($"the waiver for {Row} does not hold: it has nothing to excuse");
    }

    [Test]
    public async Task Are_red_where_the_requirement_is_violated_in_another_way()
    {
        var (_, outcome) = await Run("KeepsDeviceReadableById", seed: 4, await Waiver());

        outcome.Result.ResultState.Status.Should().Be(TestStatus.Failed);
        outcome.AllText.Should().Contain($"the waiver for {Row} does not hold: it is for the finding ");
    }

    // Seeds differ, and with them the names of devices: the finding is the same all the same.
    private static async Task<Waiver> Waiver()
    {
        var (record, _) = await Run(Sin, seed: 1);
        var fingerprint = record.Requirements.Single(row => row.Id == Row).Fingerprint!;
        return new Waiver(Row, "known", "https://issues.example/17", "session team", new DateOnly(2099, 12, 31), fingerprint);
    }

    private static async Task<(RunRecord Record, SuiteOutcome Outcome)> Run(string? fault, int seed, params Waiver[] waivers)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Faults = fault is null ? [] : [fault] });
        using var run = SuiteRuns.Against(seed, SuiteRuns.Slot(server, "waived", change: settings => settings with { Waivers = waivers }));
        var outcome = await SuiteRunner.Run(run, OnlyThatRow);
        return (SuiteRuns.RecordOf(run, "waived"), outcome);
    }
}
