using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Reports.Folding;
using Conformance.Schemas.Contracts;
using Conformance.SelfTests.WholeRuns;

namespace Conformance.SelfTests.Reports;

/// <summary>A real run of a few scenarios against a server that keeps logged-out tokens alive, and ways to lie about it.</summary>
internal static class RecordedRun
{
    private static readonly Lazy<Task<IReadOnlyList<JournalEntry>>> Recorded = new(Run);

    /// <summary>What the run wrote: MTX-LOGOUT-01 is kept, MTX-LOGOUT-02 is broken.</summary>
    public static Task<IReadOnlyList<JournalEntry>> Journal => Recorded.Value;

    /// <summary>Its honest record.</summary>
    public static async Task<RunRecord> Record() => Fold(await Journal);

    /// <summary>The record that a forger gets who changes scenarios before anything is folded.</summary>
    public static async Task<RunRecord> Forged(Func<ScenarioFinished, ScenarioFinished?> change) => Fold(await ForgedJournal(change));

    /// <summary>The journal with changed scenarios; null takes one away.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> ForgedJournal(Func<ScenarioFinished, ScenarioFinished?> change) =>
        [.. (await Journal).Select(entry => entry is ScenarioFinished scenario ? change(scenario) : entry).OfType<JournalEntry>()];

    public static RunRecord Fold(IReadOnlyList<JournalEntry> journal) => RunFolder.Fold(journal, KnownContracts.Matrix.Catalogue);

    private static async Task<IReadOnlyList<JournalEntry>> Run()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Faults = ["KeepsTokenAfterLogout"] });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "recorded"));
        await SuiteRunner.Run(
            run,
            "<filter><and><class>Conformance.Suites.Matrix.LogoutTests</class><or><prop name='Requirement'>MTX-LOGOUT-01</prop><prop "
            + "name='Requirement'>MTX-LOGOUT-02</prop></or></and></filter>");
        return run.Slots[0].Target!.Journal.Read();
    }
}
