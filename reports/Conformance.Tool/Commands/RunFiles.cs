using System.CommandLine;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Folding;
using Conformance.Reports.Merging;
using Conformance.Reports.Records;
using Conformance.Reports.Verification;
using Conformance.Schemas.Requirements;

namespace Conformance.Tool.Commands;

/// <summary>The runs that a command line names: records, run sets and journals; whatever goes wrong is said in one sentence.</summary>
internal static class RunFiles
{
    /// <summary>The argument for one file or more.</summary>
    public static Argument<string[]> Argument(ArgumentArity arity, string purpose) => new("run.json")
    {
        Arity = arity,
        Description = $"{purpose}: run.json, a run set of merge, or journal.jsonl.",
    };

    /// <summary>Every run of some files, in their order.</summary>
    /// <exception cref="UnreadableRecordException">A file cannot be read.</exception>
    public static IReadOnlyList<NamedRun> Read(IEnumerable<string> paths) =>
        [.. paths.SelectMany(path => Read(path).Select(record => new NamedRun(path, record)))];

    /// <summary>The only run of a file.</summary>
    /// <exception cref="UnreadableRecordException">The file cannot be read.</exception>
    /// <exception cref="BadUsageException">It holds several runs.</exception>
    public static NamedRun ReadOne(string path) => Read([path]) switch
    {
        [var one] => one,
        var several => throw new BadUsageException($"{path} holds {several.Count} runs; name the run.json of one."),
    };

    /// <exception cref="UnreadableRecordException">The file cannot be read.</exception>
    public static IReadOnlyList<JournalEntry> ReadJournal(string path) => Readable(path, () => JournalReader.Read(path));

    /// <exception cref="UnreadableRecordException">The journal is not of this version of the suite.</exception>
    public static RunRecord Fold(string path, IReadOnlyList<JournalEntry> journal)
    {
        try
        {
            return RunFolder.Fold(journal, Catalogue.All);
        }
        catch (UnreadableRecordException e)
        {
            throw new UnreadableRecordException($"{path}: {e.Message}", e);
        }
    }

    private static IReadOnlyList<RunRecord> Read(string path)
    {
        if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
            return [Fold(path, ReadJournal(path))];

        var text = Readable(path, () => File.ReadAllText(path));
        return IsJournal(text) ? [Fold(path, ReadJournal(path))] : [.. RunSetJson.Read(text, path).Select(record => Agreeing(record, path))];
    }

    // Nobody should be told a verdict that somebody has written over another one.
    private static RunRecord Agreeing(RunRecord record, string path) => FoldedVerdicts.Contradictions(record).FirstOrDefault() is { } contradiction
        ? throw new UnreadableRecordException($"{path}: {contradiction.Place} {contradiction.Problem}; name a record as a run has written it.")
        : record;

    // Journals write one entry a line, each beginning with its kind.
    private static bool IsJournal(string text) => text.StartsWith("{\"kind\":", StringComparison.Ordinal);

    private static T Readable<T>(string path, Func<T> read)
    {
        try
        {
            return Directory.Exists(path) ? throw new UnreadableRecordException($"{path} is a folder; name the run.json in it.") : read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableRecordException($"{e.Message.TrimEnd('.')}; name a file that a run has written.", e);
        }
    }
}
