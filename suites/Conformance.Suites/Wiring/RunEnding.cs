using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Folding;
using Conformance.Reports.Formats;
using Conformance.Reports.Records;
using Conformance.Reports.Summary;
using Conformance.Reports.Terminal;

namespace Conformance.Suites.Wiring;

/// <summary>Ends a run: folds the journals, writes the reports, and looks whether anything is wrong that no test shows.</summary>
internal static class RunEnding
{
    /// <exception cref="RunIsRedException">
    /// A verdict is missing, a secret leaked, a capability is not as declared, or a target was unusable and no test said so.
    /// </exception>
    public static async Task Conclude(ConformanceRun run, TextWriter console)
    {
        run.End();
        var targets = run.Slots.Select(slot => slot.Target).OfType<TargetRun>().ToList();
        var records = new List<RunRecord>();
        foreach (var target in targets)
        {
            records.Add(await WriteReports(target));
        }

        if (records.Count > 0)
        {
            await console.WriteLineAsync(Table(run, records));
        }

        List<string> wrong =
        [
            .. UntoldProblems(run),
            .. targets.Zip(records).SelectMany(pair => MissingVerdicts(pair.First, pair.Second)),
            .. records.SelectMany(Discrepancies),
            .. targets.SelectMany(Leaks),
        ];
        if (wrong.Count > 0)
        {
            throw new RunIsRedException(string.Join('\n', wrong));
        }
    }

    // In one piece: the test platform breaks the line after each write.
    private static string Table(ConformanceRun run, IReadOnlyList<RunRecord> records)
    {
        using var table = new StringWriter();
        table.WriteLine();
        ConsoleTable.Write(records, table);
        foreach (var (record, count) in records.Select(record => (record, LeftOpen(record))).Where(open => open.Item2 > 0))
        {
            table.WriteLine($"{record.Target.Name}: {count} sessions could not be proven closed; summary.md names them");
        }

        table.Write($"Seed {run.Seed}. Records and summaries: {run.OutputFolder}");
        return table.ToString();
    }

    private static async Task<RunRecord> WriteReports(TargetRun target)
    {
        var record = RunFolder.Fold(JournalReader.Read(Path.Combine(target.Folder, "journal.jsonl")), target.Catalogue);
        await File.WriteAllTextAsync(Path.Combine(target.Folder, "run.json"), RunRecordJson.Write(record));
        await File.WriteAllTextAsync(Path.Combine(target.Folder, "summary.md"), SummaryMarkdown.Write([JudgedRun.Of(record)]));
        return record;
    }

    private static IEnumerable<string> UntoldProblems(ConformanceRun run) =>
        run.Slots.Where(slot => !slot.HasToldProblem).Select(slot => slot.Problem).OfType<string>();

    // What a scenario itself shows as failed is red already; a scenario that was planned and never ran shows nothing.
    private static IEnumerable<string> MissingVerdicts(TargetRun target, RunRecord record) =>
        target.IsUnusable
            ? []
            : record.Scenarios.Where(scenario => scenario.Reason == PlannedScenarios.NoVerdictReason)
                .Select(scenario => $"{record.Target.Name}: {scenario.Scenario} ({scenario.Requirement}): {scenario.Reason}");

    private static int LeftOpen(RunRecord record) =>
        (record.Preflight?.LeftOpen.Count ?? 0) + record.Scenarios.Sum(scenario => scenario.LeftOpen.Count);

    private static IEnumerable<string> Discrepancies(RunRecord record) =>
        (record.Preflight?.Discrepancies ?? []).Select(sentence => $"{record.Target.Name}: {sentence}");

    private static IEnumerable<string> Leaks(TargetRun target) =>
        Directory.EnumerateFiles(target.Folder)
            .SelectMany(file => target.Vault.Leaks(File.ReadAllText(file)).Select(secret => $"{file} contains the value of {secret}"));
}

/// <summary>The run must end non-zero for a reason that no single test shows.</summary>
public sealed class RunIsRedException(string message) : Exception(message)
{
    /// <summary>None: the message says what to change, and the place in the suite's code is of no use to its reader.</summary>
    public override string? StackTrace => null;
}
