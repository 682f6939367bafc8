using System.Text;
using System.Text.Json;

namespace Conformance.Record.Journal;

/// <summary>
/// What happens in a run, entry by entry. Kept until its end, and appended to a file too where one is wanted: each line is flushed to
/// the operating system at once, so that a killed run can be read. Thread-safe.
/// </summary>
public sealed class RunJournal : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<JournalEntry> entries = [];
    private readonly StreamWriter? file;

    /// <summary>Starts a journal.</summary>
    /// <param name="path">The file; an older one of that path is replaced. Null for none.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public RunJournal(string? path)
    {
        if (path is null)
            return;

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // A link of that name is removed, and not what it points to.
        File.Delete(path);
        file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read), new UTF8Encoding(false))
        {
            NewLine = "\n",
        };
    }

    /// <summary>Everything so far, in the order of the file.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (gate)
                return [.. entries];
        }
    }

    /// <summary>Takes an entry in.</summary>
    public void Append(JournalEntry entry)
    {
        var line = file is null ? "" : JsonSerializer.Serialize(entry, JournalFormat.Written);
        lock (gate)
        {
            entries.Add(entry);
            file?.WriteLine(line);
            file?.Flush();
        }
    }

    public void Dispose()
    {
        lock (gate)
            file?.Dispose();
    }
}
