using System.Text;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Records;

namespace Conformance.Tool.Commands;

/// <summary>Records and journals as files; whatever goes wrong is said in one sentence.</summary>
internal static class RecordFiles
{
    /// <exception cref="UnreadableRecordException">The file cannot be read.</exception>
    public static RunRecord ReadRun(string path) => Readable(() => RunRecordJson.Read(File.ReadAllText(path), path));

    /// <exception cref="UnreadableRecordException">The file cannot be read.</exception>
    public static IReadOnlyList<JournalEntry> ReadJournal(string path) => Readable(() => JournalReader.Read(path));

    /// <exception cref="BadUsageException">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadUsageException($"{e.Message.TrimEnd('.')}; choose another file with --out.", e);
        }
    }

    private static T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnreadableRecordException($"{e.Message.TrimEnd('.')}; name a file that a run has written.", e);
        }
    }
}
