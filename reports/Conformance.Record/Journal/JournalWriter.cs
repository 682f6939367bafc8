using System.Text;
using System.Text.Json;

namespace Conformance.Record.Journal;

/// <summary>Appends entries to a journal file, each flushed to the operating system at once, so that a killed run can be read.</summary>
public sealed class JournalWriter : IDisposable
{
    private readonly Lock gate = new();
    private readonly StreamWriter writer;

    /// <summary>Starts a new journal; an older one of that path is replaced.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public JournalWriter(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        writer = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read), new UTF8Encoding(false)) { NewLine = "\n" };
    }

    public void Append(JournalEntry entry)
    {
        var line = JsonSerializer.Serialize(entry, JournalFormat.Line);
        lock (gate)
        {
            writer.WriteLine(line);
            writer.Flush();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            writer.Dispose();
        }
    }
}
