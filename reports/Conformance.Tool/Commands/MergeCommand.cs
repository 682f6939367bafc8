using System.CommandLine;
using Conformance.Record.Runs;
using Conformance.Reports.Merging;
using Conformance.Reports.Records;
using Conformance.Reports.Text;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance merge</c>: makes one file of several runs.</summary>
internal sealed class MergeCommand : ToolCommand
{
    private const int MostShown = 10;

    private readonly Argument<string[]> runs = RunFiles.Argument(ArgumentArity.OneOrMore, "What to merge");
    private readonly Option<string> output = new("--out") { Description = "Where the record or the run set goes.", Required = true };

    public MergeCommand()
        : base("merge", "Makes one record of shards, runs of parts of the suite against one target, and a run set of several targets.")
    {
        Take(runs, output);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples =>
        ["merge shard-1/run.json shard-2/run.json --out run.json", "merge */run.json --out all.json"];

    private int Run(ParseResult parsed)
    {
        var stdout = parsed.InvocationConfiguration.Output;
        var merged = Merge(RunFiles.Read(parsed.GetRequiredValue(runs)));
        var file = parsed.GetRequiredValue(output);
        OutputFiles.Write(file, merged is [var only] ? RunRecordJson.Write(only) : RunSetJson.Write(merged));
        foreach (var run in merged)
        {
            stdout.WriteLine($"{OneLine.Of(run.Target.Name)}: {run.Totals.Scenarios} scenarios, {run.Requirements.Count} requirements");
            TellMissing(run, stdout);
        }

        stdout.WriteLine(file);
        return (int)ExitCode.Success;
    }

    // A shard that nobody named is a part of the suite that nobody judged.
    private static void TellMissing(RunRecord run, TextWriter stdout)
    {
        if (run.LeftOut.Count == 0)
            return;

        stdout.WriteLine($"  missing, because no shard ran them: {run.LeftOut.Count} scenarios");
        foreach (var name in run.LeftOut.Take(MostShown))
            stdout.WriteLine($"    {OneLine.Of(name)}");
        if (run.LeftOut.Count > MostShown)
            stdout.WriteLine($"    and {run.LeftOut.Count - MostShown} more; leftOut in the record names all");
    }

    private static IReadOnlyList<RunRecord> Merge(IReadOnlyList<NamedRun> runs)
    {
        try
        {
            return RunMerging.Merge(runs);
        }
        catch (UnfitRunsException e)
        {
            throw new BadUsageException(e.Message, e);
        }
    }
}
