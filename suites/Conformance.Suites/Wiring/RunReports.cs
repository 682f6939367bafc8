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
        RemoveFolders(target.Folder, files);
        foreach (var file in files)
        {
            var path = Path.Combine(target.Folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Text, Utf8);
        }

        return run;
    }

    /// <summary>Every secret of the run that anything in the folder of a target gives away, in sentences.</summary>
    public static IEnumerable<string> Leaks(TargetRun target) =>
        Directory.EnumerateFiles(target.Folder, "*", SearchOption.AllDirectories)
            .SelectMany(file => target.Vault.Leaks(File.ReadAllText(file)).Select(secret => $"{file} contains the value of {secret}"));

    // The files of an earlier run have other names, and would be read with those of this one.
    private static void RemoveFolders(string folder, IEnumerable<ReportFile> files)
    {
        foreach (var subfolder in files.Where(file => file.Path.Contains('/', StringComparison.Ordinal)).Select(file => file.Path.Split('/')[0]).Distinct())
        {
            if (Directory.Exists(Path.Combine(folder, subfolder)))
            {
                Directory.Delete(Path.Combine(folder, subfolder), recursive: true);
            }
        }
    }
}
