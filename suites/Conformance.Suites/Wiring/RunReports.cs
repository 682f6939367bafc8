using System.Text;
using Conformance.Record.Journal;
using Conformance.Reports.Folding;
using Conformance.Reports.Formats;
using Conformance.Reports.Records;

namespace Conformance.Suites.Wiring;

/// <summary>Writes what a finished run leaves behind, and looks through it for secrets.</summary>
internal static class RunReports
{
    private const string Journal = "journal.jsonl";
    private const string Record = "run.json";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Removes the record and the reports of an earlier run for the targets of this one: whoever looks after this run was killed must
    /// not find those of the run before.
    /// </summary>
    public static void RemoveEarlier(ConformanceRun run)
    {
        foreach (var entry in run.Slots.Select(slot => new DirectoryInfo(Path.Combine(run.OutputFolder, slot.Name))).Where(folder => folder.Exists).SelectMany(Ours))
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else if (entry.Name != Journal)
            {
                entry.Delete();
            }
        }
    }

    /// <summary>Folds the journal of a target, and writes the record and the reports beside it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="formats">Names of the formats; null for all.</param>
    public static async Task<JudgedRun> Write(TargetRun target, IReadOnlyList<string>? formats)
    {
        var run = JudgedRun.Of(RunFolder.Fold(JournalReader.Read(Path.Combine(target.Folder, Journal)), target.Catalogue));
        var chosen = ReportFormats.All.Where(format => formats is null || formats.Contains(format.Name));
        foreach (var file in chosen.SelectMany(format => format.Write([run])).Prepend(new ReportFile(Record, RunRecordJson.Write(run.Record))))
        {
            var path = Path.Combine(target.Folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Text, Utf8);
        }

        return run;
    }

    /// <summary>Every secret of the run that anything in the folder of a target gives away, in sentences. What the run itself has written is then deleted, so that nobody publishes it.</summary>
    public static IReadOnlyList<string> RemoveLeaks(TargetRun target)
    {
        var ours = Ours(new DirectoryInfo(target.Folder)).SelectMany(Files).Select(file => file.FullName).ToHashSet(StringComparer.Ordinal);
        return [.. Files(new DirectoryInfo(target.Folder)).Select(file => RemoveLeak(file, ours.Contains(file.FullName), target)).OfType<string>()];
    }

    private static string? RemoveLeak(FileInfo file, bool isOurs, TargetRun target)
    {
        if (target.Vault.Leaks(File.ReadAllText(file.FullName)) is not { Count: > 0 } leaks)
        {
            return null;
        }

        var secrets = string.Join(" and ", leaks);
        if (!isOurs)
        {
            return $"{file.FullName} contains the value of {secrets}, and is no file of the suite: remove it";
        }

        file.Delete();
        return $"{file.FullName} contained the value of {secrets}, and was deleted";
    }

    private static IEnumerable<FileSystemInfo> Ours(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos().Where(entry => entry.Name is Journal or Record || ReportFormats.All.Any(format => format.Owns(entry.Name))).ToList();

    private static IEnumerable<FileInfo> Files(FileSystemInfo entry) => entry switch
    {
        DirectoryInfo folder => folder.GetFiles("*", SearchOption.AllDirectories),
        FileInfo file => [file],
        _ => [],
    };
}
