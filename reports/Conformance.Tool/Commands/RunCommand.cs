using System.CommandLine;
using Conformance.Record.Verdicts;
using Conformance.Suites.Calling;
using Conformance.Suites.Wiring;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Output;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance run</c>: runs the suite against servers, where nobody has its sources.</summary>
internal sealed class RunCommand : ToolCommand
{
    private static readonly Dictionary<string, Verdict[]> Verdicts = new()
    {
        ["failed"] = [Verdict.Fail, Verdict.Error],
        ["inconclusive"] = [Verdict.Inconclusive],
    };

    private readonly Argument<string[]> targets = new("target.json")
    {
        Description = "The target files of the servers; or \"embedded\" alone, for the suite's own reference servers.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> filter = new("--filter")
    {
        Description =
            "Which scenarios to run, as dotnet test has it: Requirement=MTX-LOGOUT-02, FullyQualifiedName~LogoutTests. [default: all]",
    };

    private readonly Option<string?> profile = ProfileOption.Create();
    private readonly Option<bool> strict = new("--strict") { Description = "Recommendations that are not followed fail." };
    private readonly Option<int?> seed = new("--seed") { Description = "The seed of the test data, from 0. [default: any]" };
    private readonly Option<string> output = new("--output")
    {
        Description = "The folder that records and reports are written to, a folder for each target in it.",
        DefaultValueFactory = _ => "conformance-out",
    };

    private readonly Option<string?> rerun = new("--rerun")
    {
        Description =
            "Run again what failed or was inconclusive in the records of --output; the new ones are written to the folder rerun in it.",
    };

    private readonly Option<int> atOnce = new("--at-once")
    {
        Description = "How many targets to test at the same time, the others after them.",
        DefaultValueFactory = _ => SuiteCall.UsuallyAtOnce,
    };

    private readonly Option<string?> runId = new("--run-id")
    {
        Description = "The name of the run, by which a gate can ask for its record. [default: CONFORMANCE_RUN_ID]",
    };

    private readonly Option<string?> shard = new("--shard")
    {
        Description =
            "Run one of several parts of the suite, such as 2/8, or what the engine says: auto, auto/8. Merge the records of all of them. "
            + "[default: CONFORMANCE_SHARD]",
    };

    public RunCommand()
        : base(
            "run",
            "Runs the suite against servers, and writes records and reports. Failed tests are written to the standard output, progress to "
            + "the standard error.")
    {
        seed.Validators.Add(result =>
        {
            if (result.GetValue(seed) < 0)
                result.AddError("--seed: give a whole number from 0");
        });
        atOnce.Validators.Add(result =>
        {
            if (result.GetValue(atOnce) < 1)
                result.AddError("--at-once: give a whole number from 1");
        });
        rerun.AcceptOnlyFromAmong([.. Verdicts.Keys]);
        targets.Validators.Add(result =>
        {
            var files = result.Tokens.Select(token => token.Value).ToList();
            if (files.Count > 1 && files.Contains(EmbeddedServers.Keyword))
                result.AddError($"{EmbeddedServers.Keyword} stands alone: run it by itself, or name target files");
            if (files.Exists(file => file.Contains(';') || string.IsNullOrWhiteSpace(file)))
                result.AddError("target files are named one by one, separated by blanks, and have no ';' in their names");
        });
        foreach (var option in (Option[])[filter, output, runId, shard])
            option.RefuseEmpty();

        Take(targets, filter, rerun, profile, strict, seed, output, runId, atOnce, shard);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "run staging.json",
        "run staging.json --profile matrix-session --strict",
        "run staging.json --filter Requirement=MTX-LOGOUT-02",
        "run staging.json --rerun failed",
    ];

    public override IReadOnlyList<ExitCode> CanEndWith =>
        [ExitCode.Success, ExitCode.NonConformant, ExitCode.BadUsage, ExitCode.Inconclusive, ExitCode.UnreadableRecord];

    public override string? Special(ExitCode code) => code switch
    {
        ExitCode.Success => "no test failed; whether a profile is met is for conformance gate",
        ExitCode.NonConformant => "a test failed",
        ExitCode.BadUsage => "the command line or a target file is wrong, or the filter selects nothing",
        ExitCode.Inconclusive => "the run was interrupted; its record says so",
        ExitCode.UnreadableRecord => "a record that --rerun asks for cannot be read",
        _ => null,
    };

    private async Task<int> Run(ParseResult parsed, CancellationToken interruption)
    {
        var folder = Path.GetFullPath(parsed.GetRequiredValue(output));
        var again = parsed.GetValue(rerun);
        var (stdout, stderr) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        using var live = LiveProgress.On(stderr);
        var call = new SuiteCall(parsed.GetRequiredValue(targets), again is null ? folder : Path.Combine(folder, "rerun"))
        {
            Filter = parsed.GetValue(filter),
            Again = again is null ? [] : Verdicts[again],
            EarlierFolder = folder,
            Profile = ProfileOption.Find(parsed.GetValue(profile))?.Name,
            Strict = parsed.GetValue(strict),
            Seed = parsed.GetValue(seed),
            RunId = parsed.GetValue(runId),
            Display = live is null ? null : live.Show,
            Shard = parsed.GetValue(shard),
            AtOnce = parsed.GetRequiredValue(atOnce),
        };
        try
        {
            // What goes to the same terminal goes above the progress.
            var isShared = live is not null && ReferenceEquals(stdout, Console.Out) && !Console.IsOutputRedirected;
            var end = await new CalledSuite(call).Run(isShared ? live!.Above : stdout, live?.Above ?? stderr, interruption);
            return (int)CodeOf(end);
        }
        catch (SuiteNotBegunException e)
        {
            throw new BadUsageException(e.Message, e);
        }
    }

    private static ExitCode CodeOf(SuiteEnd end) => end switch
    {
        SuiteEnd.Passed => ExitCode.Success,
        SuiteEnd.Failed => ExitCode.NonConformant,
        _ => ExitCode.Inconclusive,
    };
}
