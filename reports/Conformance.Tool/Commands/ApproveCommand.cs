using System.CommandLine;
using Conformance.Record.Text;
using Conformance.Reports.Text;
using Conformance.Tool.Approving;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance approve</c>: brings up to date what self-tests make.</summary>
internal sealed class ApproveCommand : ToolCommand
{
    private readonly Argument<string[]> what = new("what")
    {
        Description =
            $"Which files: {string.Join("; ", GeneratedFiles.All.Select(files => $"{files.Name}, {files.Description}"))}. [default: all]",
        HelpName = "what",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> faults =
        new("--fault") { Description = "A fault to try again beside the new and changed ones.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool> allFaults = new("--all-faults") { Description = "Try every fault again, which takes minutes." };
    private readonly Option<string?> repository =
        new("--repository") { Description = "A folder of the repository. [default: the current one]" };

    public ApproveCommand()
        : base(
            "approve", "Writes the files of the repository that self-tests make: run it after a change, look at what it wrote, commit it.")
    {
        what.AcceptOnlyFromAmong([.. GeneratedFiles.All.Select(files => files.Name)]);
        Take(what, faults, allFaults, repository);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples => ["approve", "approve readme scenarios", "approve faults --fault KeepsTokenOnSync"];

    public override IReadOnlyList<ExitCode> CanEndWith => [ExitCode.Success, ExitCode.NonConformant, ExitCode.BadUsage];

    public override string? Special(ExitCode code) => code switch
    {
        ExitCode.Success => "all is up to date, or was written",
        ExitCode.NonConformant => "a self-test failed for a reason that is yours to remove",
        ExitCode.BadUsage => "the command line is wrong, or the self-tests cannot be run",
        _ => null,
    };

    private async Task<int> Run(ParseResult parsed, CancellationToken interruption)
    {
        var stdout = parsed.InvocationConfiguration.Output;
        var names = parsed.GetValue(what) ?? [];
        var approval = new Approval(
            RepositoryFolder.Around(parsed.GetValue(repository) ?? "."),
            names.Length == 0 ? GeneratedFiles.All : [.. GeneratedFiles.All.Where(files => names.Contains(files.Name))],
            [.. parsed.GetValue(faults) ?? []],
            parsed.GetValue(allFaults));

        await stdout.WriteLineAsync($"running self-tests of {string.Join(", ", approval.Chosen.Select(files => files.Name))}");
        var (written, failures) = await approval.Run(interruption);
        foreach (var path in written)
            await stdout.WriteLineAsync($"wrote {path}");
        foreach (var failure in failures)
            await stdout.WriteLineAsync($"failed: {OneLine.Of(failure.Name)}\n{InertText.Lines(failure.Message.TrimEnd())}");

        await stdout.WriteLineAsync((failures.Count, written.Count) switch
        {
            ( > 0, _) => $"{failures.Count} failed; remove the reason, then run it again",
            (_, 0) => "all is up to date",
            _ => "look at what was written (git diff), then commit it",
        });
        return (int)(failures.Count > 0 ? ExitCode.NonConformant : ExitCode.Success);
    }
}
