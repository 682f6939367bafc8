using Conformance.Record.Journal;
using Conformance.Record.Secrets;
using Conformance.Reports;
using Conformance.Reports.Folding;
using Conformance.Reports.Formats;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;
using Conformance.Schemas.Contracts;

namespace Conformance.Suites.Wiring;

/// <summary>What a run leaves behind for one target.</summary>
/// <param name="Judged">The run, judged.</param>
/// <param name="Leaks">Every secret that anything of it gives away, in sentences.</param>
internal sealed record RunReports(JudgedRun Judged, IReadOnlyList<string> Leaks)
{
    private const string Journal = "journal.jsonl";

    /// <summary>The name of the record.</summary>
    public const string Record = "run.json";

    /// <summary>Says that a run has begun, for whoever finds no more than that because it was killed.</summary>
    public static void WriteBegun(TargetRun target, RunStarted started)
    {
        if (target.Folder is not null)
            Write(new ReportFile(Record, RunRecordJson.Write(RunFolder.Fold([started], target.Catalogue))), target);
    }

    /// <summary>Folds the journal of a target, makes record and reports of it side by side, and looks through each for secrets.</summary>
    /// <param name="target">The target; where it has no folder, all the same is done, and nothing is written.</param>
    /// <param name="formats">Names of the formats; null for all.</param>
    public static async Task<RunReports> Write(TargetRun target, IReadOnlyList<string>? formats)
    {
        var record = target.Record = RunFolder.Fold(target.Journal.Entries, target.Catalogue);
        var run = JudgedRun.Of(record, contracts: new ContractSet(target.Settings.Contract));
        List<Func<IEnumerable<ReportFile>>> makers =
        [
            () => [new ReportFile(Record, RunRecordJson.Write(record))],
            .. ReportFormats.All
                .Where(format => formats is null || formats.Contains(format.Name))
                .Select(format => (Func<IEnumerable<ReportFile>>)(() => format.Write([run]))),
        ];
        var written = (await Task.WhenAll(makers.Select(make => Task.Run(() => Write(make(), target)))))
            .SelectMany(files => files)
            .ToList();
        return new RunReports(
            run, [.. written.Select(file => file.Leak).OfType<string>(), .. LeaksOfOthers(target, [.. written.Select(file => file.Path)])]);
    }

    private static List<(string Path, string? Leak)> Write(IEnumerable<ReportFile> files, TargetRun target) =>
        [.. files.Select(file => Write(file, target))];

    private static (string Path, string? Leak) Write(ReportFile file, TargetRun target)
    {
        var path = Path.GetFullPath(Path.Combine(target.Folder ?? "", file.Path));
        if (target.Vault.Leaks(file.Text) is { Count: > 0 } secrets)
        {
            // What was written of it before the secret was known goes too.
            if (target.Folder is not null && File.Exists(path))
                File.Delete(path);

            return (path, $"{path} would contain the value of {Names(secrets)}, and was not written");
        }

        if (target.Folder is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, file.Text);
        }

        return (path, null);
    }

    /// <summary>
    /// What the journal gives away, which was written while not all secrets were known, and whatever
    /// else lies about in the folder of a target.
    /// </summary>
    private static List<string> LeaksOfOthers(TargetRun target, HashSet<string> written)
    {
        if (target.Folder is not { } folder)
            return [];

        var journal = Path.GetFullPath(Path.Combine(folder, Journal));
        return [.. Directory.EnumerateFiles(Path.GetFullPath(folder), "*", SearchOption.AllDirectories)
            .Where(path => !written.Contains(path))
            .Select(path => Leak(path, path == journal, target))
            .OfType<string>()];
    }

    private static string? Leak(string path, bool isOurs, TargetRun target)
    {
        if (target.Vault.Leaks(File.ReadAllText(path)) is not { Count: > 0 } secrets)
            return null;

        if (!isOurs)
            return $"{path} contains the value of {Names(secrets)}, and is no file of the suite: remove it";

        File.Delete(path);
        return $"{path} contained the value of {Names(secrets)}, and was deleted";
    }

    private static string Names(IReadOnlyList<Secret> secrets) => string.Join(" and ", secrets);
}
