using System.Text.Json;

namespace Conformance.Record.Journal;

/// <summary>Reads a journal, also one whose run was killed.</summary>
public static class JournalReader
{
    /// <summary>All whole entries of a journal. A last line that breaks off is the mark of a killed run and is left out.</summary>
    /// <exception cref="UnreadableRecordException">A line other than the last is no journal entry, or there is no first entry.</exception>
    public static IReadOnlyList<JournalEntry> Read(string path) => Parse(Written(path), path);

    /// <summary>All whole entries among the lines of a journal.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="path">Name of the file, for messages.</param>
    /// <exception cref="UnreadableRecordException">A line other than the last is no journal entry, or there is no first entry.</exception>
    public static IReadOnlyList<JournalEntry> Parse(IEnumerable<string> lines, string path)
    {
        var entries = new List<JournalEntry>();
        UnreadableRecordException? brokenOff = null;
        foreach (var (i, line) in lines.Index())
        {
            if (brokenOff is not null)
                throw brokenOff;
            try
            {
                entries.Add(JsonSerializer.Deserialize<JournalEntry>(line, JournalFormat.Line)!);
            }
            catch (Exception e) when (e is JsonException or NotSupportedException)
            {
                brokenOff = new UnreadableRecordException($"{path}, line {i + 1}: not a journal entry ({e.Message})", e);
                if (i == 0 || e is NotSupportedException)
                    throw brokenOff;
            }
        }

        return entries is [RunStarted, ..]
            ? entries
            : throw new UnreadableRecordException($"{path}: does not begin with a runStarted entry");
    }

    /// <summary>The lines of a journal, which somebody may still be writing.</summary>
    internal static IEnumerable<string> Written(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}

/// <summary>A journal or run record cannot be read; the message names file and place.</summary>
public sealed class UnreadableRecordException(string message, Exception? inner = null) : Exception(message, inner);
