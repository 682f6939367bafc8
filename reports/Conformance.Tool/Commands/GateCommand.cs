using System.CommandLine;
using Conformance.Reports.Gating;
using Conformance.Reports.Merging;
using Conformance.Reports.Text;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;
using Conformance.Tool.Gating;
using Conformance.Tool.Output;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance gate</c>: judges runs, each by a profile.</summary>
internal sealed class GateCommand : ToolCommand
{
    private const int FormatVersion = 1;

    private const string Purpose =
        "Verifies runs as verify does, and judges them: conformant only if every requirement of the profile was judged and is met, "
        + "at most with a warning or a valid waiver. "
        + "What failed or was inconclusive outside of the profile is told; with --all it counts. "
        + "Of several runs the worst decides: a secret, then what is not verified or of another run, then a violation, then a waiver, "
        + "then what is inconclusive.";

    private readonly Argument<string[]> runs = RunFiles.Argument(ArgumentArity.OneOrMore, "What to judge");
    private readonly Option<string?> target = TargetOption.Create();
    private readonly Option<string?> profile = ProfileOption.Create();
    private readonly Option<bool> all =
        new("--all") { Description = "Let what failed or was inconclusive outside of the profile count too." };
    private readonly Option<string?> runId =
        new("--run-id") { Description = "Judge the run of this CONFORMANCE_RUN_ID only; refuse the record of any other." };
    private readonly Option<TimeSpan?> maxAge = MaxAgeOption.Create();
    private readonly Option<string[]> secrets = new("--secret-env")
    {
        Description =
            "Names of environment variables whose values must stand nowhere in the files given and in all files of their folders. "
            + "Values of fewer than six characters are refused: they cannot be told from other text.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> embedded = new("--embedded")
    {
        Description = "Judge runs against the reference servers of the suite itself too. "
            + "[default: they are refused, because they say nothing of yours]",
    };

    private readonly Option<bool> verbose = new("--verbose") { Description = "Also list what passed." };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON." };

    private readonly TimeProvider time;

    /// <param name="time">The clock by which records and waivers are old.</param>
    public GateCommand(TimeProvider time)
        : base("gate", Purpose)
    {
        this.time = time;
        Take(runs, target, profile, all, embedded, runId, maxAge, secrets, verbose, json);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples =>
        [
            "gate reports/out/staging/run.json", "gate run.json --profile matrix-logout --secret-env ALICE_PASSWORD",
            "gate run.json --profile matrix-session@1 --all", "gate run.json --run-id nightly-17 --max-age 2h",
        ];

    public override IReadOnlyList<ExitCode> CanEndWith =>
        [
            ExitCode.Success, ExitCode.NonConformant, ExitCode.BadUsage, ExitCode.Inconclusive,
            ExitCode.UnreadableRecord, ExitCode.WaiverProblem, ExitCode.SecretFound,
            ExitCode.NotVerified, ExitCode.AnotherRun,
        ];

    public override string? Special(ExitCode code) => code is ExitCode.Success ? "conformant: every target" : null;

    private int Run(ParseResult parsed)
    {
        var required = ProfileOption.Find(parsed.GetValue(profile));
        var scan = new SecretScan(parsed.GetValue(secrets) ?? []);
        var paths = parsed.GetRequiredValue(runs);
        var files = TargetOption.Choose(RunFiles.Read(paths), parsed.GetValue(target));
        if (!parsed.GetValue(embedded))
            RefuseEmbedded(files);

        var now = time.GetUtcNow();
        var fresh = new Freshness(now, parsed.GetValue(runId), parsed.GetValue(maxAge));
        var judged = files
            .Select(run => VerifiedRun.Of(ProfileOption.Judge(run, required, parsed.GetValue(all), now), fresh.WhyNot(run)))
            .ToList();
        List<string> warnings = [.. files.Select(run => fresh.Warning(run.Record)).OfType<string>()];
        var leaks = scan.Leaks(paths);
        var code = GateExit.Of(judged.Select(run => run.Gate.Conformity), leaks);
        // A judgement quotes the run, and so it may quote the secret.
        List<JudgedRun> shown = leaks.Count == 0 ? judged : [];
        var stdout = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(json))
        {
            JsonOutput.Write(
                stdout,
                new GateReport(FormatVersion, (int)code, [.. shown.Select((run, i) => GatedRun.Of(files[i].File, run))], warnings, leaks));
        }
        else
        {
            Print(shown, leaks, warnings, parsed.GetValue(verbose), stdout);
        }

        return (int)code;
    }

    private static void RefuseEmbedded(IEnumerable<NamedRun> files)
    {
        if (files.FirstOrDefault(run => run.Record.Target.Embedded) is { } own)
        {
            throw new BadUsageException(
                $"{own.File}: {own.Record.Target.Name} is a reference server that the suite itself has started, which says nothing of "
                + "yours: name your target file in CONFORMANCE_TARGETS and run again, or pass --embedded.");
        }
    }

    private static void Print(
        List<JudgedRun> runs, IReadOnlyList<LeakedSecret> leaks, IReadOnlyList<string> warnings, bool isVerbose, TextWriter stdout)
    {
        foreach (var leak in leaks)
        {
            stdout.WriteLine(
                $"secret found: {OneLine.Of(leak.File)} contains the value of {leak.Variable}; delete the file and change the secret");
        }

        if (runs.Count > 0)
            GateText.Write(runs, warnings, isVerbose, stdout);
    }
}
