using System.Text;
using System.Text.Json;

namespace Conformance.Record.Journal;

/// <summary>
/// What happens in a run, entry by entry: in a file where one is wanted, each line of which is flushed to the operating system at once, so
/// that a killed run can be read; else in memory. Thread-safe.
/// </summary>
public sealed class RunJournal : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<JournalEntry> entries = [];
    private readonly RecordedSize size = new();
    private readonly HashSet<string> planned = new(StringComparer.Ordinal);
    private readonly HashSet<string> finished = new(StringComparer.Ordinal);
    private readonly string? path;
    private StreamWriter? file;

    /// <summary>Starts a journal.</summary>
    /// <param name="path">The file; an older one of that path is replaced. Null for none.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public RunJournal(string? path)
    {
        if (path is null)
            return;

        this.path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // A link of that name is removed, and not what it points to.
        File.Delete(path);
        file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read), new UTF8Encoding(false))
        {
            NewLine = "\n",
        };
    }

    /// <summary>Whether scenarios are planned that have no verdict yet.</summary>
    public bool IsAwaitingVerdicts
    {
        get
        {
            lock (gate)
                return planned.Count > 0;
        }
    }

    /// <summary>Why nothing more could be written to the file; null if all is there. What is not is in memory.</summary>
    public string? WriteProblem { get; private set; }

    /// <summary>Everything so far, in its order; read from the file if there is one, so that a long run takes no memory.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnreadableRecordException">Somebody else has written into the file.</exception>
    public IReadOnlyList<JournalEntry> Read()
    {
        lock (gate)
            return path is null ? [.. entries] : [.. JournalReader.Read(path), .. entries];
    }

    /// <summary>Takes an entry in, with answers as long as they are recorded.</summary>
    public void Append(JournalEntry entry)
    {
        var bounded = size.Bounded(entry);
        var line = path is null ? "" : JsonSerializer.Serialize(bounded, JournalFormat.Written);
        lock (gate)
        {
            Note(bounded);
            if (path is null || WriteProblem is not null || !IsWritten(line))
                entries.Add(bounded);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            Close();
            file = null;
        }
    }

    private void Note(JournalEntry entry)
    {
        if (entry is ScenarioPlanned one && !finished.Contains(one.Scenario))
            planned.Add(one.Scenario);

        if (entry is ScenarioFinished other)
        {
            planned.Remove(other.Scenario);
            finished.Add(other.Scenario);
        }
    }

    private bool IsWritten(string line)
    {
        // A scenario may end later than the run that was stopped.
        if (file is null)
            return false;
        try
        {
            file.WriteLine(line);
            file.Flush();
            return true;
        }
        // The latter where the operating system allows no file of this length.
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException)
        {
            WriteProblem = e.Message.TrimEnd('.');
            return false;
        }
    }

    private void Close()
    {
        try
        {
            file?.Dispose();
        }
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException)
        {
            // What could not be written is told by then.
        }
    }
}
