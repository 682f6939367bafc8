using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Record.Journal;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures;

/// <summary>Starts a run with one target and tells what became of it.</summary>
internal static class Preflight
{
    /// <summary>Far above what any bad server may hold the preflight up for.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    /// <summary>Why the target cannot be tested, as the operator reads it; null if it can.</summary>
    public static async Task<string?> Problem(TargetSettings settings) => (await Finish(settings)).Problem;

    /// <summary>The journal's line about the preflight.</summary>
    /// <param name="settings">The target.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public static async Task<PreflightFinished> Finish(TargetSettings settings, TimeProvider? time = null)
    {
        var slot = new TargetSlot(settings.Name, KnownDialects.Of(settings.Contract), () => Task.FromResult(settings));
        await Start(folder: null, time ?? TimeProvider.System, slot);
        var line = slot.Target!.Journal.Read().OfType<PreflightFinished>().Single();
        return line.Problem == slot.Problem
            ? line
            : throw new AssertionException($"Journal and slot differ: {line.Problem} / {slot.Problem}");
    }

    /// <summary>Starts a run of which each target has one scenario, and ends it.</summary>
    public static Task Start(string folder, params TargetSlot[] slots) => Start(folder, TimeProvider.System, slots);

    private static async Task Start(string? folder, TimeProvider time, params TargetSlot[] slots)
    {
        using var run = new ConformanceRun(slots, folder, seed: 1, "0.1.0", time) { LabelNonce = "test" };
        var requirement = (TargetSlot slot) => DrivenTarget.RowOf(slot.Dialect.Contract);
        await run
            .Start([.. slots.Select(slot => new PlannedScenario(slot, "LogoutTests.Kills_the_token", requirement(slot)))], _ => [])
            .WaitAsync(Bound);
        await run.End();
    }
}
