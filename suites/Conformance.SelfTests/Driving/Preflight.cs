using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Record.Journal;
using NUnit.Framework;

namespace Conformance.SelfTests.Driving;

/// <summary>Starts a run with one target and tells what became of it.</summary>
internal static class Preflight
{
    /// <summary>Far above what any bad server may hold the preflight up for.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    /// <summary>Why the target cannot be tested, as the operator reads it; null if it can.</summary>
    public static async Task<string?> Problem(TargetSettings settings) => (await Finish(settings)).Problem;

    /// <summary>The journal's line about the preflight.</summary>
    public static async Task<PreflightFinished> Finish(TargetSettings settings)
    {
        var folder = Directory.CreateTempSubdirectory("conformance-");
        try
        {
            var slot = new TargetSlot(settings.Name, settings.Dialect, () => Task.FromResult(settings));
            await Start(folder.FullName, slot);
            var line = JournalReader.Read(Path.Combine(folder.FullName, settings.Name, "journal.jsonl")).OfType<PreflightFinished>().Single();
            return line.Problem == slot.Problem ? line : throw new AssertionException($"Journal and slot differ: {line.Problem} / {slot.Problem}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Starts a run of which each target has one scenario, and ends it.</summary>
    public static async Task Start(string folder, params TargetSlot[] slots)
    {
        using var run = new ConformanceRun(slots, folder, seed: 1, "0.1.0", TimeProvider.System);
        var requirement = (TargetSlot slot) => slot.Dialect is TargetDialect.Matrix ? "MTX-LOGOUT-02" : "KOY-LOGOUT-03";
        await run.Start([.. slots.Select(slot => new PlannedScenario(slot, "LogoutTests.Kills_the_token", requirement(slot)))], _ => []).WaitAsync(Bound);
        run.End();
    }
}
