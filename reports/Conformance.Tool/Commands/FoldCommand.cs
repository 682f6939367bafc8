using System.CommandLine;
using Conformance.Record.Journal;
using Conformance.Reports.Folding;
using Conformance.Reports.Records;
using Conformance.Reports.Text;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance fold</c>: makes the record of a run from its journal, for a run that was killed.</summary>
internal sealed class FoldCommand : ToolCommand
{
    private readonly Argument<string> journal = new("journal.jsonl") { Description = "The journal of a run." };
    private readonly Option<string?> output =
        new("--out") { Description = "Where the record goes. [default: run.json beside the journal]" };

    public FoldCommand()
        : base("fold", "Makes run.json from the journal of a killed run, and names the scenarios without a verdict.")
    {
        Take(journal, output);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples => ["fold reports/out/staging/journal.jsonl"];

    private int Run(ParseResult parsed)
    {
        var stdout = parsed.InvocationConfiguration.Output;
        var path = parsed.GetRequiredValue(journal);
        var entries = RunFiles.ReadJournal(path);
        var record = RunFiles.Fold(path, entries);
        var target = parsed.GetValue(output) ?? Path.Combine(Path.GetDirectoryName(path) ?? "", "run.json");
        OutputFiles.Write(target, RunRecordJson.Write(record));
        stdout.WriteLine($"{target}: {record.Totals.Scenarios} scenarios, {record.Requirements.Count} requirements");
        PrintUnjudged(entries, stdout);
        return (int)ExitCode.Success;
    }

    private static void PrintUnjudged(IReadOnlyList<JournalEntry> journal, TextWriter stdout)
    {
        var unjudged = PlannedScenarios.WithoutVerdict(journal);
        stdout.WriteLine(unjudged.Count == 0
            ? "every planned scenario has a verdict"
            : $"planned scenarios without a verdict: {unjudged.Count}");
        foreach (var planned in unjudged)
            stdout.WriteLine($"  {OneLine.Of($"{planned.Requirement}: {planned.Scenario}")}");
    }
}
