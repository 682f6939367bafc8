using System.Collections.Concurrent;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports;
using Conformance.Reports.Folding;
using Conformance.Reports.Formats;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;
using Conformance.Schemas.Contracts;

namespace Conformance.Suites.Wiring;

/// <summary>What a run leaves behind for one target.</summary>
/// <param name="Judged">The run, judged.</param>
/// <param name="Wrong">What is wrong with what was written, in sentences: every secret that anything of it gave away, and every file that
/// is not there.</param>
internal sealed record RunReports(JudgedRun Judged, IReadOnlyList<string> Wrong)
{
    // Most of them wait for the disk.
    private static readonly ParallelOptions Writers = new() { MaxDegreeOfParallelism = 4 * Environment.ProcessorCount };

    /// <summary>The name of the record.</summary>
    public const string Record = "run.json";

    /// <summary>Says that a run has begun, for whoever finds no more than that because it was killed.</summary>
    public static void WriteBegun(TargetRun target, RunStarted started)
    {
        if (target.Folder is not { } folder)
            return;

        var record = RunRecordJson.Write(RunFolder.Fold([started], target.Catalogue));
        // It is written anew at the end, and looked through then.
        AtomicFile.Write(
            Path.Combine(folder, Record),
            target.Vault.Leaks(record).Count == 0 ? record : InJson.Replace(record, text => target.Vault.Mask(text)));
    }

    /// <summary>
    /// Folds the journal of a target, makes record and reports of it, and looks through each for secrets before it gets its name.
    /// </summary>
    /// <param name="target">The target; where it has no folder, all the same is done, and nothing is written.</param>
    /// <param name="formats">Names of the formats; null for all.</param>
    /// <param name="keepsRecord">Whether somebody wants to look at the exchanges of the record later; they take memory.</param>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    /// <exception cref="UnreadableRecordException">Somebody else has written into the journal.</exception>
    public static RunReports Write(TargetRun target, IReadOnlyList<string>? formats, bool keepsRecord)
    {
        var words = new PlainWords(target);
        var cleaning = new JournalCleaning(target, words);
        var record = RunFolder.Fold(cleaning.Read(), target.Catalogue);
        var contracts = new ContractSet(target.Settings.Contract);
        var run = JudgedRun.Of(record, contracts: contracts);
        List<Func<JudgedRun, IEnumerable<ReportFile>>> makers =
        [
            judged => [RecordOf(judged.Record)],
            .. ReportFormats.All
                .Where(format => formats is null || formats.Contains(format.Name))
                .Select(format => (Func<JudgedRun, IEnumerable<ReportFile>>)(judged => format.Write([judged]))),
        ];
        var files = new InspectedFiles(target, words);
        var wrong = new ConcurrentBag<string>();
        // What scenarios have left of long answers, and what each format needs, is not there at once. Where records are kept, nothing
        // bounds a run.
        if (!keepsRecord)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

        foreach (var make in makers)
        {
            Parallel.ForEach(Partitioner.Create(make(run), EnumerablePartitionerOptions.NoBuffering), Writers, file =>
            {
                foreach (var sentence in files.Write(file, make))
                    wrong.Add(sentence);
            });
        }

        return new RunReports(
            keepsRecord ? run : run with { Record = WithoutExchanges(record) },
            [
                .. target.Journal.WriteProblem is { } problem
                    ? [$"the journal is not whole ({problem}): make room for it"]
                    : Array.Empty<string>(),
                .. target.Creations?.WriteProblem is { } untold
                    ? [$"what the run created is not all written down ({untold}), so that nobody could clean up after it: make room"]
                    : Array.Empty<string>(),
                .. cleaning.Sentences, .. wrong.Order(StringComparer.Ordinal), .. words.Sentences, .. files.LeaksOfOthers(),
            ]);
    }

    private static ReportFile RecordOf(RunRecord record) => new(Record, stream => RunRecordJson.Write(record, stream));

    // Of many targets, only what the end of the run tells of each is kept.
    private static RunRecord WithoutExchanges(RunRecord record) => record with
    {
        Preflight = record.Preflight is { } preflight ? preflight with { Exchanges = [] } : null,
        Closing = record.Closing is { } closing ? closing with { Exchanges = [] } : null,
        Scenarios = [.. record.Scenarios.Select(scenario => scenario with { Exchanges = [], Judgements = [] })],
    };
}
