using System.Text.Json;

namespace Conformance.Record.Journal;

/// <summary>Reads a journal, also one whose run was killed.</summary>
public static class JournalReader
{
    /// <summary>All whole entries of a journal. A last line that breaks off is the mark of a killed run and is left out.</summary>
    /// <exception cref="UnreadableRecordException">A line other than the last is no journal entry, or there is no first entry.</exception>
    public static IReadOnlyList<JournalEntry> Read(string path) => Parse(File.ReadAllLines(path), path);

    /// <summary>All whole entries among the lines of a journal.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="path">Name of the file, for messages.</param>
    /// <exception cref="UnreadableRecordException">A line other than the last is no journal entry, or there is no first entry.</exception>
    public static IReadOnlyList<JournalEntry> Parse(IReadOnlyList<string> lines, string path)
    {
        var entries = new List<JournalEntry>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            try
            {
                entries.Add(JsonSerializer.Deserialize<JournalEntry>(lines[i], JournalFormat.Line)!);
            }
            catch (JsonException) when (i > 0 && i == lines.Count - 1)
            {
                break;
            }
            catch (Exception e) when (e is JsonException or NotSupportedException)
            {
                throw new UnreadableRecordException($"{path}, line {i + 1}: not a journal entry ({e.Message})", e);
            }
        }

        return entries is [RunStarted, ..]
            ? entries
            : throw new UnreadableRecordException($"{path}: does not begin with a runStarted entry");
    }
}

/// <summary>A journal or run record cannot be read; the message names file and place.</summary>
public sealed class UnreadableRecordException(string message, Exception? inner = null) : Exception(message, inner);
