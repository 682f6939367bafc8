using System.CommandLine;
using Conformance.Reports;
using Conformance.Reports.Formats;
using Conformance.Reports.Gating;
using Conformance.Reports.Merging;
using Conformance.Reports.Records;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance report</c>: makes the reports of a run again.</summary>
internal sealed class ReportCommand : ToolCommand
{
    private const string Record = "run.json";

    private readonly Argument<string[]> runs = RunFiles.Argument(ArgumentArity.OneOrMore, "What to report");
    private readonly Option<string[]> formats =
        new("--format") { Description = $"What to write: {Names()}. [default: all]", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> output = new("--out")
    {
        Description = "Folder for the reports. Earlier ones of the same formats are removed from it. [default: beside the first run]",
    };
    private readonly Option<string?> target = TargetOption.Create();
    private readonly Option<string?> profile = ProfileOption.Create();

    public ReportCommand()
        : base("report", "Makes the reports of runs again, also from the journal of a killed run, whose run.json it writes too.")
    {
        Take(runs, formats, output, target, profile);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples =>
        ["report reports/out/staging/run.json --format summary --out public", "report reports/out/staging/journal.jsonl"];

    private int Run(ParseResult parsed)
    {
        var required = ProfileOption.Find(parsed.GetValue(profile));
        var chosen = Formats(parsed.GetValue(formats) ?? []);
        var paths = parsed.GetRequiredValue(runs);
        IReadOnlyList<NamedRun> read = TargetOption.Choose(RunFiles.Read(paths), parsed.GetValue(target));
        IReadOnlyList<JudgedRun> judged = [.. read.Select(run => ProfileOption.Judge(run, required))];
        IReadOnlyList<ReportFile> files = [.. RecordOf(read), .. chosen.SelectMany(format => format.Write(judged))];
        var folder = parsed.GetValue(output) ?? Path.GetDirectoryName(paths[0]) ?? "";
        EarlierReports.Remove(folder.Length == 0 ? "." : folder, chosen, files, paths);
        foreach (var file in files)
            OutputFiles.Write(Path.Combine(folder, file.Path), file.Text);

        // A format may be a folder of thousands of files.
        foreach (var entry in files.Select(file => file.Path.Split('/')[0]).Distinct(StringComparer.Ordinal))
            parsed.InvocationConfiguration.Output.WriteLine(Path.Combine(folder, entry));

        return (int)ExitCode.Success;
    }

    // Beside the reports of a journal, a record that an earlier run has left would tell of another run.
    private static IEnumerable<ReportFile> RecordOf(IReadOnlyList<NamedRun> runs)
    {
        if (runs is not [var only] || !RunFiles.IsJournal(only.File))
            return [];

        return Path.GetFileName(only.File) != Record
            ? [new ReportFile(Record, RunRecordJson.Write(only.Record))]
            : throw new BadUsageException(
                $"{only.File} is a journal, and has the name of the record that is to be written beside the reports; "
                + "rename it to journal.jsonl.");
    }

    private static IReadOnlyList<ReportFormat> Formats(string[] names) =>
        names.Length == 0 ? ReportFormats.All : [.. names.Distinct(StringComparer.Ordinal).Select(Find)];

    private static ReportFormat Find(string name) =>
        ReportFormats.Find(name) ?? throw new BadUsageException($"there is no format '{name}'; choose one of {Names()}.");

    private static string Names() => string.Join(", ", ReportFormats.All.Select(format => format.Name));
}
