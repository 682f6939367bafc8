using System.CommandLine;
using Conformance.Record.Runs;
using Conformance.Reports.Diffing;
using Conformance.Reports.Gating;
using Conformance.Schemas.Contracts;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Diffing;
using Conformance.Tool.Files;
using Conformance.Tool.Output;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance diff</c>: tells what changed from one run to another.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private const string Regressions = "regressions";
    private const string LostCoverage = "lost-coverage";

    private readonly Argument<string> old = new("old.json") { Description = "The older run: run.json, a run set, or journal.jsonl." };
    private readonly Argument<string> current = new("new.json") { Description = "The newer run." };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON." };
    private readonly Option<bool> markdown = new("--markdown") { Description = "Write Markdown, for a pull request." };
    private readonly Option<string[]> failOn = new("--fail-on")
    {
        Description = $"End with {(int)ExitCode.NonConformant} where there are any: {Regressions}, {LostCoverage}.",
        AllowMultipleArgumentsPerToken = true,
    };

    public DiffCommand()
        : base(
            "diff",
            "Tells what changed from one run to another: regressions, fixes, lost and new coverage, other findings, waivers, latency.")
    {
        failOn.AcceptOnlyFromAmong(Regressions, LostCoverage);
        Take(old, current, json, markdown, failOn);
        Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(markdown))
                result.AddError("--json and --markdown exclude each other: choose one.");
        });
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples =>
        ["diff main/run.json branch/run.json --fail-on regressions", "diff old.json new.json --markdown"];

    public override IReadOnlyList<ExitCode> CanEndWith =>
        [ExitCode.Success, ExitCode.NonConformant, ExitCode.BadUsage, ExitCode.UnreadableRecord];

    public override string? Special(ExitCode code) => code switch
    {
        ExitCode.NonConformant => "there is something of what --fail-on names",
        ExitCode.Success => "done",
        _ => null,
    };

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

    private int Run(ParseResult parsed)
    {
        var diff = Compare(parsed.GetRequiredValue(old), parsed.GetRequiredValue(current));
        Action<TextWriter, RunSetDiff> write = parsed.GetValue(json) ? JsonOutput.Write
            : parsed.GetValue(markdown) ? WriteMarkdown
            : DiffText.Write;
        write(parsed.InvocationConfiguration.Output, diff);

        var fatal = parsed.GetValue(failOn) ?? [];
        var regressed = fatal.Contains(Regressions) && diff.Count(ChangeKind.Regression) > 0;
        var lost = fatal.Contains(LostCoverage) && (diff.Count(ChangeKind.LostCoverage) > 0 || diff.Gone.Count > 0);
        return (int)(regressed || lost ? ExitCode.NonConformant : ExitCode.Success);
    }
}
