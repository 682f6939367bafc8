using System.CommandLine;
using Conformance.Record.Runs;
using Conformance.Reports.Diffing;
using Conformance.Reports.Gating;
using Conformance.Schemas.Profiles;
using Conformance.Tool.Diffing;
using Conformance.Tool.Output;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance diff</c>: tells what changed from one run to another.</summary>
internal static class DiffCommand
{
    private const string Regressions = "regressions";
    private const string LostCoverage = "lost-coverage";

    public static Command Create()
    {
        var old = new Argument<string>("old.json") { Description = "The older run: run.json, a run set, or journal.jsonl." };
        var current = new Argument<string>("new.json") { Description = "The newer run." };
        var json = new Option<bool>("--json") { Description = "Tell it to a program." };
        var markdown = new Option<bool>("--markdown") { Description = "Write Markdown, for a pull request." };
        var failOn = new Option<string[]>("--fail-on") { Description = $"End with {(int)ExitCode.NonConformant} where there are any: {Regressions}, {LostCoverage}.", AllowMultipleArgumentsPerToken = true };
        failOn.AcceptOnlyFromAmong(Regressions, LostCoverage);
        var command = new ToolCommand("diff", "Tells what changed from one run to another: regressions, fixes, lost and new coverage, other findings, waivers, latency.")
        {
            Examples = ["diff main/run.json branch/run.json --fail-on regressions", "diff old.json new.json --markdown"],
            ExitCodes = [ExitCode.Success, ExitCode.NonConformant, ExitCode.BadUsage, ExitCode.UnreadableRecord],
            Special = code => code is ExitCode.NonConformant ? "there is something of what --fail-on names" : code is ExitCode.Success ? "done" : null,
        };
        Symbol[] symbols = [old, current, json, markdown, failOn];
        foreach (var symbol in symbols)
            Add(command, symbol);

        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(markdown))
                result.AddError("--json and --markdown exclude each other: choose one.");
        });
        command.SetAction(parsed => Run(
            Compare(parsed.GetRequiredValue(old), parsed.GetRequiredValue(current)),
            parsed.GetValue(json) ? JsonOutput.Write : parsed.GetValue(markdown) ? WriteMarkdown : DiffText.Write,
            parsed.GetValue(failOn) ?? [],
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Add(Command command, Symbol symbol)
    {
        if (symbol is Argument argument)
            command.Add(argument);
        else if (symbol is Option option)
            command.Add(option);
    }

    private static RunSetDiff Compare(string old, string current)
    {
        try
        {
            return RunSetDiff.Of(Records(old), Records(current));
        }
        catch (Exception e) when (e is DialectMismatchException or UnknownProfileException)
        {
            throw new BadUsageException($"{old} and {current}: {e.Message.TrimEnd('.')}.", e);
        }
    }

    private static List<RunRecord> Records(string path) => [.. RunFiles.Read([path]).Select(run => run.Record)];

    private static void WriteMarkdown(TextWriter writer, RunSetDiff diff) => writer.Write(DiffMarkdown.Write(diff));

    private static int Run(RunSetDiff diff, Action<TextWriter, RunSetDiff> write, string[] failOn, TextWriter stdout)
    {
        write(stdout, diff);
        var regressed = failOn.Contains(Regressions) && diff.Count(ChangeKind.Regression) > 0;
        var lost = failOn.Contains(LostCoverage) && (diff.Count(ChangeKind.LostCoverage) > 0 || diff.Gone.Count > 0);
        return (int)(regressed || lost ? ExitCode.NonConformant : ExitCode.Success);
    }
}
