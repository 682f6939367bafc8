using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Record.Runs;
using Conformance.ReferenceServers;
using Conformance.Reports.Formats.Summary;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;
using Conformance.Schemas.Contracts;
using Conformance.Suites.Wiring;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Makes runs against reference servers, each in an output folder of its own.</summary>
internal static class SuiteRuns
{
    /// <summary>Long enough for a loopback server, short enough to try dozens of broken ones.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>What stands in the labels of secrets, which is another text in every run of a user.</summary>
    public const string LabelNonce = "test";

    /// <summary>A run against some slots, which makes the record and its summary, looks through both, and writes no file.</summary>
    public static ConformanceRun Against(params TargetSlot[] slots) => Against(seed: 20, slots);

    /// <summary>The same with test data of one's own.</summary>
    public static ConformanceRun Against(int seed, params TargetSlot[] slots) =>
        In(folder: null, seed, ["summary"], TimeProvider.System, slots);

    /// <summary>The same on a clock of one's own.</summary>
    public static ConformanceRun Against(TimeProvider time, TargetSlot slot, Action<string>? watcher = null) =>
        new([slot], outputFolder: null, seed: 20, "self-test", time)
        {
            Formats = ["summary"],
            LabelNonce = LabelNonce,
            KeepsRecords = true,
            Watcher = watcher,
        };

    /// <summary>A run that writes every report there is.</summary>
    /// <param name="slot">What it is against.</param>
    /// <param name="folder">Where to; null for a folder of its own.</param>
    /// <param name="seed">Seed of its test data.</param>
    /// <param name="time">Its clock; null for the system's.</param>
    public static ConformanceRun Publishing(TargetSlot slot, string? folder = null, int seed = 20, TimeProvider? time = null) =>
        In(folder ?? NewFolder(), seed, formats: null, time ?? TimeProvider.System, slot);

    /// <summary>A slot for a server that runs already, with little patience.</summary>
    public static TargetSlot Slot(
        ReferenceServer server, string name, bool strict = false, Func<TargetSettings, TargetSettings>? change = null) =>
        EmbeddedServers.Slot(name, server, settings =>
        {
            var impatient = settings with
            {
                Strict = strict,
                Permissions = settings.Permissions with { ChangePasswords = true },
                Tolerances = settings.Tolerances with { Removal = Patience, Revocation = RevocationOf(settings) },
                // Where the clock jumps, hours pass in seconds.
                Limits = settings.Limits with { Run = TimeSpan.FromDays(1) },
            };
            return change is null ? impatient : change(impatient);
        });

    /// <summary>The record of a finished run about a target.</summary>
    public static RunRecord RecordOf(ConformanceRun run, string target) => run.Slots.Single(slot => slot.Name == target).Target!.Record!;

    /// <summary>The summary of a finished run about a target.</summary>
    public static string SummaryOf(ConformanceRun run, string target) => SummaryMarkdown.Write([JudgedRun.Of(RecordOf(run, target))]);

    /// <summary>The record as a run writes it, read as any reader would.</summary>
    public static RunRecord WrittenRecordOf(ConformanceRun run, string target) =>
        RunRecordJson.Read(RunRecordJson.Write(RecordOf(run, target)), "run.json");

    private static ConformanceRun In(
        string? folder, int seed, IReadOnlyList<string>? formats, TimeProvider time, params TargetSlot[] slots) =>
        new(slots, folder, seed, "self-test", time) { Formats = formats, LabelNonce = LabelNonce, KeepsRecords = true };

    private static string NewFolder() => Path.Combine(LastRuns.Folder, Guid.NewGuid().ToString("N"));

    private static TimeSpan RevocationOf(TargetSettings settings) => settings.Contract == KnownContracts.Matrix ? TimeSpan.Zero : Patience;
}
