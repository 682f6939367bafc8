using System.Text;
using Conformance.Record.Journal;
using Conformance.Reports.Folding;
using Conformance.Reports.Formats;
using Conformance.Reports.Records;

namespace Conformance.Suites.Wiring;

/// <summary>Writes what a finished run leaves behind, and looks through it for secrets.</summary>
internal static class RunReports
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Folds the journal of a target, and writes the record and the reports beside it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="formats">Names of the formats; null for all.</param>
    public static async Task<JudgedRun> Write(TargetRun target, IReadOnlyList<string>? formats)
    {
        var run = JudgedRun.Of(RunFolder.Fold(JournalReader.Read(Path.Combine(target.Folder, "journal.jsonl")), target.Catalogue));
        var chosen = ReportFormats.All.Where(format => formats is null || formats.Contains(format.Name));
        List<ReportFile> files = [new("run.json", RunRecordJson.Write(run.Record)), .. chosen.SelectMany(format => format.Write([run]))];
        // The files of an earlier run in a folder have other names, and would be read with those of this one.
        Remove(target.Folder, files.Where(file => file.Path.Contains('/', StringComparison.Ordinal)).Select(file => file.Path.Split('/')[0]).Distinct());
        foreach (var file in files)
        {
            var path = Path.Combine(target.Folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Text, Utf8);
        }

        return run;
    }

    /// <summary>
    /// Removes what an earlier run has left behind for the targets of this one: whoever reads a record after this run was killed must not
    /// find the one before it.
    /// </summary>
    public static void RemoveEarlier(ConformanceRun run)
    {
        foreach (var slot in run.Slots)
        {
            Remove(Path.Combine(run.OutputFolder, slot.Name), ["run.json"]);
        }
    }

    /// <summary>Every secret of the run that anything in the folder of a target gives away, in sentences. Such a file is deleted, so that nobody publishes it.</summary>
    public static IReadOnlyList<string> RemoveLeaks(TargetRun target)
    {
        var sentences = new List<string>();
        foreach (var file in Directory.GetFiles(target.Folder, "*", SearchOption.AllDirectories))
        {
            if (target.Vault.Leaks(File.ReadAllText(file)) is { Count: > 0 } leaks)
            {
                File.Delete(file);
                sentences.Add($"{file} contained the value of {string.Join(" and ", leaks)}, and was deleted");
            }
        }

        return sentences;
    }

    private static void Remove(string folder, IEnumerable<string> entries)
    {
        foreach (var path in entries.Select(entry => Path.Combine(folder, entry)))
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else if (File.Exists(path))
            {
                File.Delete(path);
            }
        }
    }
}
