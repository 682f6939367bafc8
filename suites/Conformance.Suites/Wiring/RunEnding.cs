using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Folding;
using Conformance.Reports.Records;
using Conformance.Reports.Summary;
using Conformance.Reports.Terminal;

namespace Conformance.Suites.Wiring;

/// <summary>Ends a run: folds the journals, writes the reports, and looks whether anything is wrong that no test shows.</summary>
internal static class RunEnding
{
    /// <exception cref="RunIsRedException">A verdict is missing, inconclusive or an error, a secret leaked, or a target was unusable.</exception>
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
            await console.WriteLineAsync();
            ConsoleTable.Write(records, console);
            await console.WriteLineAsync($"Seed {run.Seed}. Records and summaries: {run.OutputFolder}");
        }

        var wrong = Problems(run).Concat(records.SelectMany(Problems)).Concat(targets.SelectMany(Leaks)).ToList();
        if (wrong.Count > 0)
        {
            throw new RunIsRedException(string.Join('\n', wrong));
        }
    }

    private static async Task<RunRecord> WriteReports(TargetRun target)
    {
        var record = RunFolder.Fold(JournalReader.Read(Path.Combine(target.Folder, "journal.jsonl")), target.Catalogue);
        await File.WriteAllTextAsync(Path.Combine(target.Folder, "run.json"), RunRecordJson.Write(record));
        await File.WriteAllTextAsync(Path.Combine(target.Folder, "summary.md"), SummaryMarkdown.Write(record));
        return record;
    }

    private static IEnumerable<string> Problems(ConformanceRun run) => run.Slots.Select(slot => slot.Problem).OfType<string>().Distinct();

    private static IEnumerable<string> Problems(RunRecord record) =>
        record.Requirements.Where(requirement => requirement.Verdict is Verdict.Inconclusive or Verdict.Error)
            .Select(requirement => $"{record.Target.Name}: {requirement.Id} is {requirement.Verdict.ToString().ToUpperInvariant()}: {requirement.Reason}");

    private static IEnumerable<string> Leaks(TargetRun target) =>
        Directory.EnumerateFiles(target.Folder)
            .SelectMany(file => target.Vault.Leaks(File.ReadAllText(file)).Select(secret => $"{file} contains the value of {secret}"));
}

/// <summary>The run must end non-zero for a reason that no single test shows.</summary>
public sealed class RunIsRedException(string message) : Exception(message);
