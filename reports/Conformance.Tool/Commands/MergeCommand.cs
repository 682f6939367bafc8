using System.CommandLine;
using Conformance.Record.Runs;
using Conformance.Reports.Merging;
using Conformance.Reports.Records;
using Conformance.Reports.Text;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance merge</c>: makes one file of several runs.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var runs = RunFiles.Argument(ArgumentArity.OneOrMore, "What to merge");
        var output = new Option<string>("--out") { Description = "Where the record or the run set goes.", Required = true };
        var command = new ToolCommand(
            "merge",
            "Makes one record of shards, runs of parts of the suite against one target, and a run set of several targets.")
        {
            Examples = ["merge shard-1/run.json shard-2/run.json --out run.json", "merge */run.json --out all.json"],
            ExitCodes = ExitCodes.OfReading,
        }.With(runs, output);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(output), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string[] paths, string output, TextWriter stdout)
    {
        var merged = Merge(RunFiles.Read(paths));
        OutputFiles.Write(output, merged is [var only] ? RunRecordJson.Write(only) : RunSetJson.Write(merged));
        foreach (var run in merged)
            stdout.WriteLine($"{OneLine.Of(run.Target.Name)}: {run.Totals.Scenarios} scenarios, {run.Requirements.Count} requirements");

        stdout.WriteLine(output);
        return (int)ExitCode.Success;
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
