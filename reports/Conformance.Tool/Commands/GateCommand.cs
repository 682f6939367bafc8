using System.CommandLine;
using Conformance.Reports.Formats;
using Conformance.Reports.Text;
using Conformance.Tool.Gating;
using Conformance.Tool.Output;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance gate</c>: judges runs, each by a profile.</summary>
internal static class GateCommand
{
    private const int FormatVersion = 1;

    public static Command Create()
    {
        var runs = RunFiles.Argument(ArgumentArity.OneOrMore, "What to judge");
        var profile = ProfileOption.Create();
        var secrets = new Option<string[]>("--secret-env")
        {
            Description = "Names of environment variables whose values must stand nowhere in the files given and in all files of their folders.",
            AllowMultipleArgumentsPerToken = true,
        };
        var verbose = new Option<bool>("--verbose") { Description = "Also list what passed." };
        var json = new Option<bool>("--json") { Description = "Tell it to a program." };
        var command = new ToolCommand("gate", "Judges runs: conformant only if every requirement of the profile was judged and is met, at most with a warning or a valid waiver. Of several runs the worst decides: a secret, then a violation, then a waiver, then what is inconclusive.")
        {
            Examples = ["gate reports/out/staging/run.json", "gate run.json --profile matrix-logout --secret-env ALICE_PASSWORD"],
            ExitCodes =
            [
                ExitCode.Success, ExitCode.NonConformant, ExitCode.BadUsage, ExitCode.Inconclusive,
                ExitCode.UnreadableRecord, ExitCode.WaiverProblem, ExitCode.SecretFound,
            ],
            Special = code => code is ExitCode.Success ? "conformant: every target" : null,
        };
        command.Add(runs);
        command.Add(profile);
        command.Add(secrets);
        command.Add(verbose);
        command.Add(json);
        command.SetAction(parsed => Run(
            new Settings(parsed.GetRequiredValue(runs), parsed.GetValue(profile), parsed.GetValue(secrets) ?? [], parsed.GetValue(verbose), parsed.GetValue(json)),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(Settings settings, TextWriter stdout)
    {
        var profile = ProfileOption.Find(settings.Profile);
        var scan = new SecretScan(settings.Secrets);
        var files = RunFiles.Read(settings.Runs);
        var runs = files.Select(run => ProfileOption.Judge(run, profile)).ToList();
        var leaks = scan.Leaks(settings.Runs);
        var code = GateExit.Of(runs.Select(run => run.Gate.Conformity), leaks);
        // A judgement quotes the run, and so it may quote the secret.
        List<JudgedRun> shown = leaks.Count == 0 ? runs : [];
        if (settings.IsJson)
            JsonOutput.Write(stdout, new GateReport(FormatVersion, (int)code, [.. shown.Select((run, i) => GatedRun.Of(files[i].File, run))], leaks));
        else
            Print(shown, leaks, settings.IsVerbose, stdout);

        return (int)code;
    }

    private static void Print(List<JudgedRun> runs, IReadOnlyList<LeakedSecret> leaks, bool isVerbose, TextWriter stdout)
    {
        foreach (var leak in leaks)
            stdout.WriteLine($"secret found: {OneLine.Of(leak.File)} contains the value of {leak.Variable}; delete the file and change the secret");

        if (runs.Count > 0)
            GateText.Write(runs, isVerbose, stdout);
    }

    private sealed record Settings(string[] Runs, string? Profile, string[] Secrets, bool IsVerbose, bool IsJson);
}
