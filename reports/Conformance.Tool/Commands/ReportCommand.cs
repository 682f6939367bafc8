using System.CommandLine;
using Conformance.Reports.Formats;
using Conformance.Reports.Merging;
using Conformance.Schemas.Profiles;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance report</c>: makes the reports of a run again.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var runs = RunFiles.Argument(ArgumentArity.OneOrMore, "What to report");
        var formats = new Option<string[]>("--format") { Description = $"What to write: {Names()}. [default: all]", AllowMultipleArgumentsPerToken = true };
        var output = new Option<string?>("--out") { Description = "Folder for the reports. [default: beside the first run]" };
        var profile = ProfileOption.Create();
        var command = new ToolCommand("report", "Makes the reports of runs again, also from the journal of a killed run.")
        {
            Examples = ["report reports/out/staging/run.json --format summary --out public", "report reports/out/staging/journal.jsonl"],
            ExitCodes = ExitCodes.OfReading,
        }.With(runs, formats, output, profile);
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(runs), parsed.GetValue(formats) ?? [], parsed.GetValue(output), ProfileOption.Find(parsed.GetValue(profile)), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string[] paths, string[] names, string? folder, Profile? profile, TextWriter stdout)
    {
        var formats = names.Length == 0 ? ReportFormats.All : [.. names.Distinct(StringComparer.Ordinal).Select(Find)];
        IReadOnlyList<JudgedRun> runs = [.. RunFiles.Read(paths).Select((NamedRun run) => ProfileOption.Judge(run, profile))];
        var target = folder ?? Path.GetDirectoryName(paths[0]) ?? "";
        IReadOnlyList<ReportFile> files = [.. formats.SelectMany(format => format.Write(runs))];
        foreach (var file in files)
            OutputFiles.Write(Path.Combine(target, file.Path), file.Text);

        // A format may be a folder of thousands of files.
        foreach (var entry in files.Select(file => file.Path.Split('/')[0]).Distinct(StringComparer.Ordinal))
            stdout.WriteLine(Path.Combine(target, entry));

        return (int)ExitCode.Success;
    }

    private static ReportFormat Find(string name) =>
        ReportFormats.Find(name) ?? throw new BadUsageException($"there is no format '{name}'; choose one of {Names()}.");

    private static string Names() => string.Join(", ", ReportFormats.All.Select(format => format.Name));
}
