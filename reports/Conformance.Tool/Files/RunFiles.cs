using System.CommandLine;
using System.Text;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Folding;
using Conformance.Reports.Merging;
using Conformance.Reports.Records;
using Conformance.Reports.Verification;
using Conformance.Schemas.Contracts;

namespace Conformance.Tool.Files;

/// <summary>The runs that a command line names: records, run sets and journals; whatever goes wrong is said in one sentence.</summary>
internal static class RunFiles
{
    // Journals write one entry a line, each beginning with its kind.
    private const string FirstOfJournal = "{\"kind\":";

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

    /// <exception cref="UnreadableRecordException">The file cannot be read.</exception>
    public static IReadOnlyList<JournalEntry> ReadJournal(string path)
    {
        var lines = Readable(path, () => File.ReadAllLines(path));
        if (lines.All(string.IsNullOrWhiteSpace))
            throw new UnreadableRecordException($"{path} is empty: its run was killed before it began, so there is nothing to read.");

        return IsJournal(path)
            ? JournalReader.Parse(lines, path)
            : throw new UnreadableRecordException($"{path} is no journal; name the journal.jsonl of a run.");
    }

    /// <summary>Whether a file is a journal, by its name or by how it begins.</summary>
    public static bool IsJournal(string path) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
        || Readable(path, () => File.ReadLines(path).FirstOrDefault("")).StartsWith(FirstOfJournal, StringComparison.Ordinal);

    /// <exception cref="UnreadableRecordException">The journal is not of this version of the suite.</exception>
    public static RunRecord Fold(string path, IReadOnlyList<JournalEntry> journal)
    {
        try
        {
            return RunFolder.Fold(journal, KnownContracts.All.Catalogue);
        }
        catch (UnreadableRecordException e)
        {
            throw new UnreadableRecordException($"{path}: {e.Message}", e);
        }
    }

    private static IReadOnlyList<RunRecord> Read(string path)
    {
        if (IsJournal(path))
            return [Fold(path, ReadJournal(path))];

        var utf8 = Readable(path, () => Utf8Of(path));
        return utf8.AsSpan().Trim(" \t\r\n"u8).IsEmpty
            ? throw new UnreadableRecordException($"{path} is empty; name a run.json that a run has written.")
            : [.. RunSetJson.Read(utf8, path).Select(record => Agreeing(record, path))];
    }

    // As bytes: as a text, a long record would take twice as much. Some shells write what a command prints in UTF-16.
    private static byte[] Utf8Of(string path) => File.ReadAllBytes(path) switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(File.ReadAllText(path)),
        var bytes => bytes,
    };

    // Nobody should be told a verdict that somebody has written over another one.
    private static RunRecord Agreeing(RunRecord record, string path) =>
        FoldedVerdicts.Contradictions(record).FirstOrDefault() is { } contradiction
            ? throw new UnreadableRecordException(
                $"{path}: {contradiction.Place} {contradiction.Problem}; name a record as a run has written it.")
            : record;

    private static T Readable<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            throw new UnreadableRecordException(
                $"{FileProblem.InWords(path, e)}; "
                + $"{(Directory.Exists(path) ? "name the run.json in it" : "name a file that a run has written")}.",
                e);
        }
    }
}
