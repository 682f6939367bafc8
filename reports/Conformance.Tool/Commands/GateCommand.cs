using System.CommandLine;
using Conformance.Record.Runs;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;
using Conformance.Schemas.Profiles;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance gate</c>: judges a run by a profile.</summary>
internal static class GateCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("run.json") { Description = "The record of a run." };
        var profile = new Option<string>("--profile")
        {
            Description = $"The profile to meet: {string.Join(", ", Profiles.Names)}.",
            Required = true,
        };
        var command = new Command("gate", "Judges a run: conformant only if every requirement of the profile was judged and met.")
        {
            run,
            profile,
        };
        command.SetAction(parsed =>
            Run(parsed.GetRequiredValue(run), parsed.GetRequiredValue(profile), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string path, string profileName, TextWriter stdout)
    {
        var profile = Profiles.Find(profileName)
            ?? throw new BadUsageException($"there is no profile '{profileName}'; choose one of {string.Join(", ", Profiles.Names)}.");
        var result = Judge(RecordFiles.ReadRun(path), profile);
        Print(result, stdout);
        return (int)CodeOf(result.Conformity);
    }

    private static GateResult Judge(RunRecord record, Profile profile)
    {
        try
        {
            return Gate.Judge(record, profile);
        }
        catch (DialectMismatchException e)
        {
            throw new BadUsageException($"{e.Message}.", e);
        }
    }

    private static void Print(GateResult result, TextWriter stdout)
    {
        stdout.WriteLine(OneLine.Of(result.Reason));
        foreach (var line in result.Lines)
        {
            var why = line.Why.Length == 0 ? "" : $": {OneLine.Of(line.Why)}";
            stdout.WriteLine($"  {line.Requirement}: {line.Verdict?.Name() ?? "missing"}{why}");
        }
    }

    private static ExitCode CodeOf(Conformity conformity) => conformity switch
    {
        Conformity.Conformant => ExitCode.Success,
        Conformity.NonConformant => ExitCode.NonConformant,
        Conformity.WaiverProblem => ExitCode.WaiverProblem,
        _ => ExitCode.Inconclusive,
    };
}
