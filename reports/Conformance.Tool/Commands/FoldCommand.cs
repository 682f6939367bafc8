using System.CommandLine;
using Conformance.Record.Journal;
using Conformance.Reports.Folding;
using Conformance.Reports.Records;
using Conformance.Reports.Text;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance fold</c>: makes the record of a run from its journal, for a run that was killed.</summary>
internal static class FoldCommand
{
    public static Command Create()
    {
        var journal = new Argument<string>("journal.jsonl") { Description = "The journal of a run." };
        var output = new Option<string?>("--out") { Description = "Where the record goes. [default: run.json beside the journal]" };
        var command = new ToolCommand("fold", "Makes run.json from the journal of a killed run, and names the scenarios without a verdict.")
        {
            Examples = ["fold reports/out/staging/journal.jsonl"],
            ExitCodes = ExitCodes.OfReading,
        }.With(journal, output);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(journal), parsed.GetValue(output), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string path, string? outputPath, TextWriter stdout)
    {
        var journal = RunFiles.ReadJournal(path);
        var record = RunFiles.Fold(path, journal);
        var target = outputPath ?? Path.Combine(Path.GetDirectoryName(path) ?? "", "run.json");
        OutputFiles.Write(target, RunRecordJson.Write(record));
        stdout.WriteLine($"{target}: {record.Totals.Scenarios} scenarios, {record.Requirements.Count} requirements");
        PrintUnjudged(journal, stdout);
        return (int)ExitCode.Success;
    }

    private static void PrintUnjudged(IReadOnlyList<JournalEntry> journal, TextWriter stdout)
    {
        var unjudged = PlannedScenarios.WithoutVerdict(journal);
        stdout.WriteLine(unjudged.Count == 0
            ? "every planned scenario has a verdict"
            : $"planned scenarios without a verdict: {unjudged.Count}");
        foreach (var planned in unjudged)
            stdout.WriteLine($"  {planned.Requirement}: {OneLine.Of(planned.Scenario)}");
    }
}
