using System.Text;
using System.Text.Json;
using Conformance.Record.Journal;
using Conformance.Record.Secrets;
using Conformance.Reports.Records;

namespace Conformance.Suites.Wiring;

/// <summary>
/// Looks through the journal of a target at the end of its run, for it was written while not all secrets were known. What gives one away is
/// replaced, and the journal says so: the evidence is kept, and the run is red.
/// </summary>
internal sealed class JournalCleaning(TargetRun target, PlainWords words)
{
    private const string Journal = "journal.jsonl";

    private readonly List<string> sentences = [];

    /// <summary>What was replaced.</summary>
    public IReadOnlyList<string> Sentences => sentences;

    /// <summary>The entries of the journal.</summary>
    public IReadOnlyList<JournalEntry> Read()
    {
        if (target.Folder is { } folder)
            Clean(Path.GetFullPath(Path.Combine(folder, Journal)));

        return target.Journal.Read();
    }

    private void Clean(string path)
    {
        var leaks = target.Vault.LeaksInFile(path);
        var spared = leaks.Count > 0 ? words.InJournal() : new HashSet<Secret>();
        if (leaks.Except(spared).ToList() is not { Count: > 0 } secrets)
            return;

        var sentence = $"{path} contained the value of {string.Join(" and ", secrets)}, which was replaced";
        sentences.Add(sentence);
        // Not where it lies on somebody's machine.
        var replaced = new SecretsReplaced([$"its journal contained the value of {string.Join(" and ", secrets)}, which was replaced"]);
        try
        {
            AtomicFile.Write(path, stream => Rewrite(path, spared, replaced, stream));
        }
        catch
        {
            // What cannot be replaced must not stay.
            File.Delete(path);
            throw;
        }
    }

    private void Rewrite(string path, IReadOnlySet<Secret> spared, SecretsReplaced replaced, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var line in File.ReadLines(path))
            writer.WriteLine(Replaced(line, spared));

        writer.WriteLine(JsonSerializer.Serialize<JournalEntry>(replaced, JournalFormat.Written));
    }

    private string Replaced(string line, IReadOnlySet<Secret> spared)
    {
        try
        {
            return InJson.Replace(line, text => target.Vault.Replace(text, spared));
        }
        catch (JsonException)
        {
            // A line that breaks off, where the disk was full.
            return target.Vault.Replace(line, spared);
        }
    }
}
